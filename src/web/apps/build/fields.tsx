import { Hono } from 'hono';
import { z } from 'zod';
import { FieldListPage } from '../../../../views/apps/build/field-list.tsx';
import { RestorePage } from '../../../../views/apps/build/restore.tsx';
import { moveField } from '../../../apps/build/move.ts';
import { orRefused } from '../../../apps/build/refusal.ts';
import { removedFields, restoreField } from '../../../apps/build/remove.ts';
import { choiceNames } from '../../../apps/fields/names.ts';
import { typedOf } from '../../../apps/fields/typed.ts';
import type { Doc } from '../../../apps/fields/value.ts';
import { pendingIn } from '../../../apps/upkeep/plan.ts';
import type { Asked } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { typedText } from '../../guard/entered.ts';
import { lineOfText } from '../../guard/fields.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from './at-app.ts';
import { describe } from './describe.ts';
import { exampleOf } from './example.ts';
import { errorsOf, statusOf } from './refused.ts';

const move = z.object({ from: z.coerce.number().int(), to: z.enum(['up', 'down']) });

const restoration = z.object({ name: lineOfText(60).optional().catch(undefined) });

/** The fields of an app: their order, and what was removed. */
export const fieldListRoutes = new Hono<AtApp>()
  .get('/apps/:id/fields', signedIn, administrator, atApp, async (c) => await showList(c))

  .post('/apps/:id/fields/:field/place', signedIn, administrator, atApp, form(move), async (c) => {
    const { house, person, app, entered } = c.var;
    const field = app.fields.find((one) => one.id === c.req.param('field'));
    if (!(entered.ok && field)) return c.notFound();
    const by = { actor: person.id, at: Date.now() };
    const wanted = { app: app.id, field: field.id, ...entered.value };
    const built = await orRefused(house.db.write((tx) => moveField(tx, wanted, by)));
    if (!('done' in built)) return c.notFound();
    return c.redirect(`/apps/${app.id}/fields?moved=${field.id}&to=${entered.value.to}`, 303);
  })

  .post('/apps/:id/fields/:field/restoration', signedIn, administrator, atApp, form(restoration), async (c) => {
    const { house, person, words, app, may, entered } = c.var;
    const now = Date.now();
    const gone = await removedFields(house.db.read, app.id, now);
    const one = gone.find(({ field }) => field.id === c.req.param('field'));
    if (!one) return app.fields.some(({ id }) => id === c.req.param('field')) ? back(c) : c.notFound();
    const name = entered.ok ? entered.value.name : undefined;
    const by = { actor: person.id, at: now };
    const built = await orRefused(
      house.db.write((tx) => restoreField(tx, { app: app.id, field: one.field.id, name }, by)),
    );
    if ('done' in built) return back(c);
    const typed = typedText(entered.typed, 'name') || one.field.name;
    const errors = errorsOf(built, words, 'field');
    const children = <RestorePage {...{ app, may, words, typed, errors }} field={one.field} />;
    return await page(c, { ...shell, title: words.apps.fieldsOf(app.name), children }, statusOf(built));
  });

const shell = { section: 'apps', styles: ['apps.css'] } as const;

const back = (c: Asked<AtApp>): Response => c.redirect(`/apps/${c.var.app.id}/fields?back`, 303);

const showList = async (c: Asked<AtApp>): Promise<Response> => {
  const { house, words, app, may } = c.var;
  const { read } = house.db;
  const gone = await removedFields(read, app.id, Date.now());
  const fields = gone.map((one) => one.field);
  const kinds = await describe(read, [...app.fields, ...fields], words);
  const begins: Doc = Object.fromEntries(
    app.fields.flatMap((field) => (field.initial === null ? [] : [[String(field.n), field.initial] as const])),
  );
  const children = (
    <FieldListPage
      {...{ app, may, kinds, words }}
      underway={await pendingIn(read, app.id)}
      removed={gone.map((one) => ({ ...one, kind: kinds[one.field.id] ?? '' }))}
      moved={movedIn(c.req.query())}
      example={exampleOf(app, app.fields, words)}
      initial={typedOf(app.fields, begins, words)}
      names={choiceNames}
    />
  );
  const title = words.apps.fieldsOf(app.name);
  return await page(c, { ...shell, title, notice: noticeIn(c), children });
};

const movedIn = ({ moved, to }: Readonly<Record<string, string>>): { field: string; to: 'up' | 'down' } | null =>
  moved !== undefined && (to === 'up' || to === 'down') ? { field: moved, to } : null;

/** What was just done, by the words that the address has for it. */
const noticeIn = (c: Asked<AtApp>): string | undefined => {
  const { app, words } = c.var;
  const { added, changed, changing, removed, back: came } = c.req.query();
  const named = (id: string) => app.fields.find((field) => field.id === id)?.name;
  if (came !== undefined) return words.apps.broughtBack;
  if (removed !== undefined) return words.apps.removedNow(removed.slice(0, 60));
  if (changing !== undefined) return words.apps.changeStarted;
  if (changed !== undefined) return words.apps.saved;
  const name = added === undefined ? undefined : named(added);
  return name === undefined ? undefined : words.apps.created(name);
};
