import { Hono } from 'hono';
import { z } from 'zod';
import { UserPage } from '../../../views/admin/user.tsx';
import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { groupsToJoin } from '../../people/groups.ts';
import { hashPassword, passwordLength } from '../../people/password.ts';
import { createPasswordLink } from '../../people/password-links.ts';
import { editUser, setActive, type User, userById } from '../../people/users.ts';
import type { Asked, SignedIn } from '../env.ts';
import { originOf } from '../guard/address.ts';
import { administrator } from '../guard/administrator.ts';
import { type Typed, typedList, typedText } from '../guard/entered.ts';
import { changedPassword, emailAddress, lineOfText, list } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { changeRoles } from './change-roles.ts';
import { errorsOf } from './errors.ts';

const change = z.object({ name: lineOfText(100), email: emailAddress(), password: changedPassword(), groups: list() });
const activation = z.object({ active: z.enum(['yes', 'no']) });

export const userRoutes = new Hono<SignedIn>()
  .get('/admin/users/:id', signedIn, administrator, async (c) => {
    const user = await userById(c.var.house.db.read, c.req.param('id'));
    return user ? await show(c, user) : c.notFound();
  })

  .post('/admin/users/:id', signedIn, administrator, form(change), async (c) => {
    const { house, person, signIn, entered, words } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!user) return c.notFound();
    const { typed } = entered;
    if (!entered.ok) return await show(c, user, { typed, errors: say(words, entered.errors) }, 422);
    const { name, email, password, groups: groupIds } = entered.value;
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const wanted = { name, email, groupIds, ...(passwordHash !== undefined && { passwordHash }) };
    const outcome = await changeRoles(c, (tx) => editUser(tx, person.id, signIn, user.id, wanted));
    if ('refused' in outcome) return await show(c, user, { typed, errors: errorsOf(outcome.refused, words) }, 422);
    return c.redirect('/admin/users?saved', 303);
  })

  .post('/admin/users/:id/activation', signedIn, administrator, form(activation), async (c) => {
    const { house, person, entered, words } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!(user && entered.ok)) return c.notFound();
    const active = entered.value.active === 'yes';
    const outcome = await changeRoles(c, (tx) => setActive(tx, person.id, user.id, active));
    if ('refused' in outcome) return await show(c, user, { errors: errorsOf(outcome.refused, words) }, 422);
    return c.redirect(`/admin/users/${user.id}`, 303);
  })

  .post('/admin/users/:id/password-link', signedIn, administrator, async (c) => {
    const { house, person } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!user?.active) return c.notFound();
    const token = await house.db.write((tx) => createPasswordLink(tx, user.id, Date.now(), person.id));
    return await show(c, user, { link: `${originOf(c)}/password/${token}` });
  });

type Shown = { typed?: Typed; errors?: FormErrors; link?: string };

const show = async (c: Asked<SignedIn>, user: User, shown: Shown = {}, status: 200 | 422 = 200): Promise<Response> => {
  const { house, words } = c.var;
  const { typed, errors = {}, link } = shown;
  const children = (
    <UserPage
      words={words}
      user={user}
      action={`/admin/users/${user.id}`}
      groups={await groupsToJoin(house.db.read)}
      shortestPassword={passwordLength.min}
      typed={typed ? asTyped(typed) : { name: user.name, email: user.email, groups: user.groupIds }}
      errors={errors}
      link={link}
    />
  );
  return await page(c, { title: user.name, section: 'admin', children }, status);
};

const asTyped = (typed: Typed) => ({
  name: typedText(typed, 'name'),
  email: typedText(typed, 'email'),
  groups: typedList(typed, 'groups'),
});
