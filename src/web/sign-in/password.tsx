import { Hono } from 'hono';
import { z } from 'zod';
import { PasswordLink, SpentLink } from '../../../views/sign-in/password-link.tsx';
import { hashPassword, passwordLength } from '../../people/password.ts';
import { findPasswordLink, spendPasswordLink } from '../../people/password-links.ts';
import { NotDone, orRefusal } from '../../people/refusal.ts';
import { setPassword } from '../../people/set-password.ts';
import type { Anyone, Asked } from '../env.ts';
import { newPassword } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signInFrom } from '../guard/sign-in-from.ts';
import { barePage } from '../page.tsx';

export const passwordRoutes = new Hono<Anyone>()
  .get('/password/:token', async (c) => {
    const token = c.req.param('token');
    const link = await findPasswordLink(c.var.house.db.read, token, Date.now());
    return link ? await show(c, { token, ...link }) : await spent(c);
  })

  .post('/password/:token', form(z.object({ password: newPassword() })), async (c) => {
    const { house, entered, words } = c.var;
    const token = c.req.param('token');
    const link = await findPasswordLink(house.db.read, token, Date.now());
    if (!link) return await spent(c);
    if (!entered.ok) return await show(c, { token, ...link, errors: say(words, entered.errors) }, 422);
    const passwordHash = await hashPassword(entered.value.password);
    const changed = await orRefusal(
      house.db.write(async (tx) => {
        if (!(await spendPasswordLink(tx, token, Date.now()))) throw new NotDone('missing');
        await setPassword(tx, null, link.userId, passwordHash);
        return await c.var.signIns.start(tx, link.userId, signInFrom(c));
      }),
    );
    if ('refused' in changed) return await spent(c);
    c.header('Set-Cookie', changed.done, { append: true });
    return c.redirect('/', 303);
  });

type Shown = { token: string; name: string; email: string; errors?: Readonly<Record<string, string>> };

const show = async (c: Asked, shown: Shown, status: 200 | 422 = 200): Promise<Response> => {
  const { words } = c.var;
  const children = <PasswordLink words={words} shortestPassword={passwordLength.min} {...shown} />;
  return await barePage(c, { title: words.signIn.link.title, children }, status);
};

const spent = async (c: Asked): Promise<Response> =>
  await barePage(c, { title: c.var.words.signIn.link.spent, children: <SpentLink words={c.var.words} /> }, 404);
