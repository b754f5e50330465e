import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { NewUser } from '../../../views/admin/user.tsx';
import { Users } from '../../../views/admin/users.tsx';
import { newId } from '../../id.ts';
import { groupsToJoin } from '../../people/groups.ts';
import { listUsers } from '../../people/lists.ts';
import { createPasswordLink } from '../../people/password/links.ts';
import { hashPassword, noPassword, passwordLength } from '../../people/password/password.ts';
import { createUser, userById } from '../../people/users.ts';
import type { Asked, SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { type Typed, typedList, typedText } from '../guard/entered.ts';
import { changedPassword, emailAddress, lineOfText, list, ownId, ticked } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { changeRoles } from './change-roles.ts';
import { errorsOf } from './errors.ts';
import { showUser } from './user.tsx';
import { shownOf, wanted } from './wanted.ts';

const newUser = z.object({
  id: ownId(),
  name: lineOfText(100),
  email: emailAddress(),
  /** Left empty: the person is invited. */
  password: changedPassword(),
  mustChange: ticked(),
  groups: list(),
});

export const usersRoutes = new Hono<SignedIn>()
  .get('/admin/users', signedIn, administrator, zValidator('query', wanted), async (c) => {
    const { house, person, words } = c.var;
    const query = c.req.valid('query');
    const found = await listUsers(house.db.read, { search: query.q, after: query.after });
    const children = <Users words={words} me={person.id} users={found.rows} shown={shownOf(found, query)} />;
    const notice = query.saved === undefined ? undefined : words.people.saved;
    return await page(c, { title: words.people.users, section: 'admin', children, notice });
  })

  .get('/admin/users/new', signedIn, administrator, (c) => showNew(c, {}, {}, 200))

  .post('/admin/users', signedIn, administrator, form(newUser), async (c) => {
    const { house, person, entered, words } = c.var;
    if (!entered.ok) return await showNew(c, entered.typed, say(words, entered.errors), 422);
    const { password, mustChange, groups: groupIds, id = newId(), ...given } = entered.value;
    const invited = password === undefined;
    const passwordHash = invited ? noPassword : await hashPassword(password);
    const mustChangePassword = mustChange && !invited;
    const user = { ...given, id, passwordHash, mustChangePassword, groupIds, at: Date.now() };
    const outcome = await changeRoles(c, async (tx) => {
      await createUser(tx, person.id, user);
      return invited ? await createPasswordLink(tx, id, user.at, person.id) : undefined;
    });
    const made = await userById(house.db.read, id);
    if ('done' in outcome)
      return made && outcome.done !== undefined
        ? await showUser(c, made, { token: outcome.done })
        : c.redirect('/admin/users?saved', 303);
    if (!made) return await showNew(c, entered.typed, errorsOf(outcome.refused, words), 422);
    // The same form once more: done already. The same id for somebody else: whatever that is, it is not this form. A link that
    // was shown and perhaps handed over must not end because a page was loaded again.
    if (made.name === given.name && made.email === given.email)
      return c.redirect(made.invited ? `/admin/users/${id}` : '/admin/users?saved', 303);
    return await showNew(c, { ...entered.typed, id: newId() }, errorsOf('sent-before', words), 409);
  });

const showNew = async (
  c: Asked<SignedIn>,
  typed: Typed,
  errors: Readonly<Record<string, string>>,
  status: 200 | 409 | 422,
): Promise<Response> => {
  const { house, words } = c.var;
  const children = (
    <NewUser
      words={words}
      action="/admin/users"
      newId={typedText(typed, 'id') || newId()}
      groups={await groupsToJoin(house.db.read)}
      shortestPassword={passwordLength.min}
      typed={{
        name: typedText(typed, 'name'),
        email: typedText(typed, 'email'),
        mustChange: typedText(typed, 'mustChange') !== '',
        groups: typedList(typed, 'groups'),
      }}
      errors={errors}
    />
  );
  return await page(c, { title: words.people.newUser, section: 'admin', children }, status);
};
