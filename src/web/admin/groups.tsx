import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { NewGroup } from '../../../views/admin/group-form.tsx';
import { Groups } from '../../../views/admin/groups.tsx';
import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { newId } from '../../id.ts';
import { createGroup, groupById } from '../../people/groups.ts';
import { listGroups } from '../../people/lists.ts';
import type { Asked, SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { lineOfText, ownId } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { changeRoles } from './change-roles.ts';
import { errorsOf } from './errors.ts';
import { shownOf, wanted } from './wanted.ts';

export const groupsRoutes = new Hono<SignedIn>()
  .get('/admin/groups', signedIn, administrator, zValidator('query', wanted), async (c) => {
    const { house, words } = c.var;
    const query = c.req.valid('query');
    const found = await listGroups(house.db.read, { search: query.q, after: query.after });
    const children = <Groups words={words} groups={found.rows} shown={shownOf(found, query)} />;
    return await page(c, { title: words.people.groups, section: 'admin', children });
  })

  .get('/admin/groups/new', signedIn, administrator, (c) => showNew(c, {}, {}, 200))

  .post('/admin/groups', signedIn, administrator, form(z.object({ id: ownId(), name: lineOfText(100) })), async (c) => {
    const { house, person, entered, words } = c.var;
    if (!entered.ok) return await showNew(c, entered.typed, say(words, entered.errors), 422);
    const { id = newId(), name } = entered.value;
    const outcome = await changeRoles(c, (tx) => createGroup(tx, person.id, { id, name, at: Date.now() }));
    if ('done' in outcome) return c.redirect(`/admin/groups/${id}`, 303);
    const before = await groupById(house.db.read, id);
    if (!before) return await showNew(c, entered.typed, errorsOf(outcome.refused, words), 422);
    if (before.name === name) return c.redirect(`/admin/groups/${id}`, 303);
    return await showNew(c, { ...entered.typed, id: newId() }, errorsOf('sent-before', words), 409);
  });

const showNew = async (
  c: Asked<SignedIn>,
  typed: Typed,
  errors: FormErrors,
  status: 200 | 409 | 422,
): Promise<Response> => {
  const { words } = c.var;
  const props = {
    words,
    action: '/admin/groups',
    newId: typedText(typed, 'id') || newId(),
    name: typedText(typed, 'name'),
    errors,
  };
  return await page(c, { title: words.people.newGroup, section: 'admin', children: <NewGroup {...props} /> }, status);
};
