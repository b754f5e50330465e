import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { NewUnit, top } from '../../../../views/admin/units/new-unit.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { newId } from '../../../id.ts';
import { createUnit } from '../../../people/units/change.ts';
import { searchUnits } from '../../../people/units/placed.ts';
import { unitTree } from '../../../people/units/tree.ts';
import { unitById } from '../../../people/units/unit.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { type Typed, typedText } from '../../guard/entered.ts';
import { ownId } from '../../guard/fields.ts';
import { form } from '../../guard/form.ts';
import { say } from '../../guard/say.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { wanted } from '../wanted.ts';
import { changeUnits } from './change.ts';
import { kindField, nameField, placeField } from './fields.ts';
import { unitErrors, unitStatus } from './refused.ts';
import { showOrg } from './show.tsx';

const newUnit = z.object({ id: ownId(), name: nameField(), kind: kindField(), parent: placeField() });

export const unitsRoutes = new Hono<SignedIn>()
  .get('/admin/units', signedIn, administrator, zValidator('query', wanted), async (c) => {
    const { read } = c.var.house.db;
    const { q } = c.req.valid('query');
    const search = q.trim();
    const found = search === '' ? undefined : await searchUnits(read, search);
    return await showOrg(c, { tree: found ? [] : await unitTree(read), search, found });
  })

  .get('/admin/units/new', signedIn, administrator, (c) =>
    showNew(c, { parent: c.req.query('under') ?? top, kind: 'department' }, {}, 200),
  )

  .post('/admin/units', signedIn, administrator, form(newUnit), async (c) => {
    const { house, person, entered, words } = c.var;
    const { typed } = entered;
    if (!entered.ok) return await showNew(c, typed, say(words, entered.errors), 422);
    const { id = newId(), parent, ...given } = entered.value;
    const unit = { ...given, id, parentId: parent };
    const outcome = await changeUnits(c, (tx) => createUnit(tx, person.id, { ...unit, at: Date.now() }));
    if ('done' in outcome) return c.redirect(`/admin/units/${id}`, 303);
    const before = await unitById(house.db.read, id);
    if (!before) {
      const errors = unitErrors(outcome.refused, words, 'name', { place: 'parent' });
      return await showNew(c, typed, errors, unitStatus(outcome.refused));
    }
    // The same form once more: done already. The same id for another unit: whatever that is, it is not this form.
    if (before.name === unit.name && before.parentId === parent) return c.redirect(`/admin/units/${id}`, 303);
    return await showNew(c, { ...typed, id: newId() }, unitErrors('sent-before', words, 'name'), 409);
  });

const showNew = async (
  c: Asked<SignedIn>,
  typed: Typed,
  errors: FormErrors,
  status: 200 | 409 | 422,
): Promise<Response> => {
  const { house, words } = c.var;
  const tree = await unitTree(house.db.read);
  const fields = {
    name: typedText(typed, 'name'),
    kind: typedText(typed, 'kind'),
    parent: typedText(typed, 'parent'),
  };
  const id = typedText(typed, 'id') || newId();
  const children = <NewUnit words={words} tree={tree} id={id} typed={fields} errors={errors} />;
  return await showOrg(c, { title: words.org.newUnit, tree, children }, status);
};
