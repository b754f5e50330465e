import { Hono } from 'hono';
import { z } from 'zod';
import { UserPage } from '../../../views/admin/user.tsx';
import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { groupsToJoin } from '../../people/groups.ts';
import { createPasswordLink, invitationDays, passwordLinkHours } from '../../people/password/links.ts';
import { hashPassword, passwordLength } from '../../people/password/password.ts';
import { orRefusal } from '../../people/refusal.ts';
import { factorOf } from '../../people/second-factor/factor.ts';
import { unitsOfUser } from '../../people/units/placed.ts';
import { unitTree } from '../../people/units/tree.ts';
import { editUser, setActive, type User, userById } from '../../people/users.ts';
import type { Asked, SignedIn } from '../env.ts';
import { originOf } from '../guard/address.ts';
import { administrator } from '../guard/administrator.ts';
import { type Typed, typedList, typedText } from '../guard/entered.ts';
import { changedPassword, emailAddress, lineOfText, list, ticked } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { changeRoles } from './change-roles.ts';
import { errorsOf } from './errors.ts';

const change = z.object({
  name: lineOfText(100),
  email: emailAddress(),
  password: changedPassword(),
  mustChange: ticked(),
  groups: list(),
});
const activation = z.object({ active: z.enum(['yes', 'no']) });

export const userRoutes = new Hono<SignedIn>()
  .get('/admin/users/:id', signedIn, administrator, async (c) => {
    const user = await userById(c.var.house.db.read, c.req.param('id'));
    return user ? await showUser(c, user) : c.notFound();
  })

  .post('/admin/users/:id', signedIn, administrator, form(change), async (c) => {
    const { house, person, signIn, entered, words } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!user) return c.notFound();
    const { typed } = entered;
    if (!entered.ok) return await showUser(c, user, { typed, errors: say(words, entered.errors) }, 422);
    const { name, email, password, mustChange, groups: groupIds } = entered.value;
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const wanted = {
      name,
      email,
      groupIds,
      ...(passwordHash !== undefined && { passwordHash }),
      // Without the tick what the person owes stays, or goes with a new password.
      ...(mustChange && { mustChangePassword: true }),
    };
    const outcome = await changeRoles(c, (tx) => editUser(tx, person.id, signIn, user.id, wanted));
    if ('refused' in outcome) return await showUser(c, user, { typed, errors: errorsOf(outcome.refused, words) }, 422);
    return c.redirect('/admin/users?saved', 303);
  })

  .post('/admin/users/:id/activation', signedIn, administrator, form(activation), async (c) => {
    const { house, person, entered, words } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!(user && entered.ok)) return c.notFound();
    const active = entered.value.active === 'yes';
    const outcome = await changeRoles(c, (tx) => setActive(tx, person.id, user.id, active));
    if ('refused' in outcome) return await showUser(c, user, { errors: errorsOf(outcome.refused, words) }, 422);
    return c.redirect(`/admin/users/${user.id}`, 303);
  })

  .post('/admin/users/:id/password-link', signedIn, administrator, async (c) => {
    const { house, person } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!user?.active) return c.notFound();
    const made = await orRefusal(house.db.write((tx) => createPasswordLink(tx, user.id, Date.now(), person.id)));
    return 'done' in made ? await showUser(c, user, { token: made.done }) : c.notFound();
  });

/** `token`: of a link that was made just now. */
type Shown = { typed?: Typed; errors?: FormErrors; token?: string };

/** The page of one person. */
export const showUser = async (
  c: Asked<SignedIn>,
  user: User,
  shown: Shown = {},
  status: 200 | 422 = 200,
): Promise<Response> => {
  const { house, person, words } = c.var;
  const { typed, errors = {}, token } = shown;
  const children = (
    <UserPage
      words={words}
      user={user}
      action={`/admin/users/${user.id}`}
      groups={await groupsToJoin(house.db.read)}
      shortestPassword={passwordLength.min}
      typed={typed ? asTyped(typed) : { name: user.name, email: user.email, mustChange: false, groups: user.groupIds }}
      errors={errors}
      places={{ units: await unitsOfUser(house.db.read, user.id), tree: await unitTree(house.db.read) }}
      secondFactor={{ on: Boolean((await factorOf(house.db.read, user.id))?.confirmedAt), own: user.id === person.id }}
      lives={{ days: invitationDays, hours: passwordLinkHours }}
      link={token && `${originOf(c)}/password/${token}`}
    />
  );
  const scripts = token === undefined ? [] : ['copy-link.js'];
  return await page(c, { title: user.name, section: 'admin', children, scripts }, status);
};

const asTyped = (typed: Typed) => ({
  name: typedText(typed, 'name'),
  email: typedText(typed, 'email'),
  mustChange: typedText(typed, 'mustChange') !== '',
  groups: typedList(typed, 'groups'),
});
