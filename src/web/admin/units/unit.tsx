import { Hono } from 'hono';
import { z } from 'zod';
import { changeUnit, moveUnit } from '../../../people/units/change.ts';
import { deleteUnit, linesRelyingOnUnit } from '../../../people/units/delete.ts';
import { joinUnit, leaveUnit, setHead } from '../../../people/units/place.ts';
import type { UnitOutcome } from '../../../people/units/refusal.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { typedText } from '../../guard/entered.ts';
import { form } from '../../guard/form.ts';
import { say } from '../../guard/say.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { changeUnits } from './change.ts';
import { kindField, nameField, placeField } from './fields.ts';
import { unitErrors, unitStatus } from './refused.ts';
import { type Shown, showUnit } from './show.tsx';

/** What the form showed goes along, so that nobody overwrites unseen what somebody else changed. */
const words = z.object({
  name: nameField(),
  kind: kindField(),
  wasName: z.string().optional(),
  wasKind: kindField().optional().catch(undefined),
});
const place = z.object({ parent: placeField(), was: placeField().optional().catch(undefined) });
const membership = z.object({ user: z.string().max(64), placed: z.enum(['yes', 'no']) });
const head = z.object({ user: z.string().max(64) });
const deletion = z.object({ to: placeField().optional() });

export const unitRoutes = new Hono<SignedIn>()
  .get('/admin/units/:id', signedIn, administrator, (c) => showUnit(c, c.req.param('id')))

  .post('/admin/units/:id', signedIn, administrator, form(words), async (c) => {
    const { person, entered } = c.var;
    const id = c.req.param('id');
    const shown = { name: typedText(entered.typed, 'name'), kind: typedText(entered.typed, 'kind') };
    if (!entered.ok) return await showUnit(c, id, { typed: shown, errors: say(c.var.words, entered.errors) }, 422);
    const { name, kind, wasName, wasKind } = entered.value;
    const seen = wasName !== undefined && wasKind ? { name: wasName, kind: wasKind } : undefined;
    const outcome = await changeUnits(c, (tx) => changeUnit(tx, person.id, id, { name, kind }, seen));
    return await answer(c, id, outcome, `/admin/units/${id}?saved`, 'name', shown);
  })

  .post('/admin/units/:id/parent', signedIn, administrator, form(place), async (c) => {
    const { person, entered } = c.var;
    const id = c.req.param('id');
    const shown = { parent: typedText(entered.typed, 'parent') };
    if (!entered.ok) return await showUnit(c, id, { typed: shown, errors: say(c.var.words, entered.errors) }, 422);
    const { parent, was } = entered.value;
    const outcome = await changeUnits(c, (tx) => moveUnit(tx, person.id, id, parent, was));
    return await answer(c, id, outcome, `/admin/units/${id}`, 'parent', shown);
  })

  .post('/admin/units/:id/members', signedIn, administrator, form(membership), async (c) => {
    const { person, entered } = c.var;
    if (!entered.ok) return c.notFound();
    const id = c.req.param('id');
    const { user, placed } = entered.value;
    const move = placed === 'yes' ? joinUnit : leaveUnit;
    const outcome = await changeUnits(c, (tx) => move(tx, person.id, id, user));
    return await answer(c, id, outcome, `/admin/units/${id}`);
  })

  .post('/admin/units/:id/head', signedIn, administrator, form(head), async (c) => {
    const { person, entered } = c.var;
    if (!entered.ok) return c.notFound();
    const id = c.req.param('id');
    const user = entered.value.user || null;
    const outcome = await changeUnits(c, (tx) => setHead(tx, person.id, id, user));
    return await answer(c, id, outcome, `/admin/units/${id}`);
  })

  .post('/admin/units/:id/deletion', signedIn, administrator, form(deletion), async (c) => {
    const { person, entered } = c.var;
    const id = c.req.param('id');
    const shown = { to: typedText(entered.typed, 'to') };
    if (!entered.ok) return await showUnit(c, id, { typed: shown, errors: say(c.var.words, entered.errors) }, 422);
    const { to } = entered.value;
    const outcome = await changeUnits(c, (tx) => deleteUnit(tx, person.id, id, to));
    return await answer(c, id, outcome, '/admin/units', 'to', shown);
  });

/** Goes on to `next`, or shows the unit once more with what stood in the way. `field`: what the form is about. */
const answer = async (
  c: Asked<SignedIn>,
  id: string,
  outcome: UnitOutcome<unknown>,
  next: string,
  field: 'name' | 'parent' | 'to' = 'name',
  typed: Shown['typed'] = {},
): Promise<Response> => {
  if ('done' in outcome) return c.redirect(next, 303);
  const { refused } = outcome;
  const lines = refused === 'unit-in-use' ? await linesRelyingOnUnit(c.var.house.db.read, id) : [];
  return await showUnit(
    c,
    id,
    { typed, errors: unitErrors(refused, c.var.words, field, { lines }) },
    unitStatus(refused),
  );
};
