import { Hono } from 'hono';
import { z } from 'zod';
import { PasswordLink, SpentLink } from '../../../views/sign-in/password-link.tsx';
import { companyName } from '../../people/company.ts';
import { findPasswordLink, type PasswordLink as Link } from '../../people/password/links.ts';
import { hashPassword, passwordLength } from '../../people/password/password.ts';
import { redeemPasswordLink } from '../../people/password/set.ts';
import { orRefusal } from '../../people/refusal.ts';
import type { Anyone, Asked } from '../env.ts';
import { newPassword } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { barePage } from '../page.tsx';
import { admit, goOn } from './admit.ts';

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
        const userId = await redeemPasswordLink(tx, token, passwordHash, Date.now());
        return await admit(c, tx, userId);
      }),
    );
    if ('refused' in changed) return await spent(c);
    return c.redirect(goOn(c, changed.done, undefined), 303);
  });

type Shown = Omit<Link, 'userId'> & { token: string; errors?: Readonly<Record<string, string>> };

const show = async (c: Asked, shown: Shown, status: 200 | 422 = 200): Promise<Response> => {
  const { house, words } = c.var;
  const join = shown.kind === 'invitation';
  const company = (join && (await companyName(house.db.read))) || words.common.product;
  const children = <PasswordLink words={words} company={company} shortestPassword={passwordLength.min} {...shown} />;
  const title = join ? words.joining.join.title(company) : words.signIn.link.title;
  return await barePage(c, { title, children }, status);
};

const spent = async (c: Asked): Promise<Response> =>
  await barePage(c, { title: c.var.words.joining.spent.title, children: <SpentLink words={c.var.words} /> }, 404);
