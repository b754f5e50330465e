import { Hono } from 'hono';
import { z } from 'zod';
import { GroupPage } from '../../../views/admin/group.tsx';
import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { deleteGroup, type Group, groupById, reliesOnGroup, renameGroup } from '../../people/groups.ts';
import { listMembers, listOthers } from '../../people/lists.ts';
import { joinGroup, leaveGroup } from '../../people/membership.ts';
import type { Outcome } from '../../people/refusal.ts';
import type { Asked, SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { typedText } from '../guard/entered.ts';
import { lineOfText } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { changeRoles } from './change-roles.ts';
import { errorsOf } from './errors.ts';
import { shownOf, wanted } from './wanted.ts';

const membership = z.object({ user: z.string().max(64), member: z.enum(['yes', 'no']) });

export const groupRoutes = new Hono<SignedIn>()
  .get('/admin/groups/:id', signedIn, administrator, async (c) => {
    const group = await groupById(c.var.house.db.read, c.req.param('id'));
    return group ? await show(c, group) : c.notFound();
  })

  .post('/admin/groups/:id', signedIn, administrator, form(z.object({ name: lineOfText(100) })), async (c) => {
    const { house, person, entered, words } = c.var;
    const group = await groupById(house.db.read, c.req.param('id'));
    if (!group) return c.notFound();
    const name = typedText(entered.typed, 'name');
    if (!entered.ok) return await show(c, group, { name, errors: say(words, entered.errors) }, 422);
    const wantedName = entered.value.name;
    const outcome = await changeRoles(c, (tx) => renameGroup(tx, person.id, group.id, wantedName));
    return await answer(c, group, outcome, `/admin/groups/${group.id}`, name);
  })

  .post('/admin/groups/:id/members', signedIn, administrator, form(membership), async (c) => {
    const { house, person, entered } = c.var;
    const group = await groupById(house.db.read, c.req.param('id'));
    if (!(group && entered.ok)) return c.notFound();
    const { user, member } = entered.value;
    const move = member === 'yes' ? joinGroup : leaveGroup;
    const outcome = await changeRoles(c, (tx) => move(tx, person.id, group.id, user));
    return await answer(c, group, outcome, `/admin/groups/${group.id}`);
  })

  .post('/admin/groups/:id/deletion', signedIn, administrator, async (c) => {
    const { house, person } = c.var;
    const group = await groupById(house.db.read, c.req.param('id'));
    if (!group) return c.notFound();
    const outcome = await changeRoles(c, (tx) => deleteGroup(tx, person.id, group.id));
    return await answer(c, group, outcome, '/admin/groups');
  });

/** Goes on to `next`, or shows the group once more with what stood in the way. */
const answer = async (
  c: Asked<SignedIn>,
  group: Group,
  outcome: Outcome<unknown>,
  next: string,
  name = group.name,
): Promise<Response> => {
  if ('done' in outcome) return c.redirect(next, 303);
  const names = outcome.refused === 'group-in-use' ? await reliesOnGroup(c.var.house.db.read, group.id) : [];
  return await show(c, group, { name, errors: errorsOf(outcome.refused, c.var.words, names.join(', ')) }, 422);
};

type Shown = { name?: string; errors?: FormErrors };

const show = async (
  c: Asked<SignedIn>,
  group: Group,
  shown: Shown = {},
  status: 200 | 422 = 200,
): Promise<Response> => {
  const { house, words } = c.var;
  const query = wanted.parse(c.req.query());
  const members = await listMembers(house.db.read, group.id, { search: '', after: query.after });
  const others =
    query.q === '' ? [] : (await listOthers(house.db.read, group.id, { search: query.q, after: undefined })).rows;
  const children = (
    <GroupPage
      words={words}
      group={group}
      action={`/admin/groups/${group.id}`}
      name={shown.name ?? group.name}
      errors={shown.errors ?? {}}
      members={members.rows}
      shown={{ ...shownOf(members, query), search: '' }}
      others={others}
      found={query.q}
    />
  );
  return await page(c, { title: group.name, section: 'admin', children }, status);
};
