import { Hono } from 'hono';
import { z } from 'zod';
import { Security } from '../../../views/me/security.tsx';
import { factorOf } from '../../people/second-factor/factor.ts';
import { deviceOf } from '../../people/sign-in/device.ts';
import { endOwnSignIn, endOwnSignIns, ownSignIns } from '../../people/sign-in/own.ts';
import type { Asked, SignedIn } from '../env.ts';
import { form } from '../guard/form.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';

export const securityRoutes = new Hono<SignedIn>()
  .get('/me/security', signedIn, async (c) => {
    const { house, person, words, signIn } = c.var;
    const factor = await factorOf(house.db.read, person.id);
    const list = await ownSignIns(house.db.read, person.id, signIn, Date.now());
    const signIns = list.map((one) => ({ ...one, device: deviceOf(one.device) }));
    const secondFactor = factor !== undefined && factor.confirmedAt !== null;
    const children = <Security words={words} secondFactor={secondFactor} signIns={signIns} />;
    return await page(c, { title: words.profile.tabs.security, section: 'me', children, notice: noticeOf(c) });
  })

  .post('/me/sign-ins/closure', signedIn, form(z.object({ which: z.enum(['all', 'others']) })), async (c) => {
    const { house, person, signIn, signIns, entered } = c.var;
    if (!entered.ok) return c.redirect('/me/security', 303);
    if (entered.value.which === 'others') {
      await house.db.write((tx) => endOwnSignIns(tx, person.id, signIn));
      return c.redirect('/me/security?ended', 303);
    }
    const cookie = await house.db.write(async (tx) => {
      await endOwnSignIns(tx, person.id);
      return await signIns.end(tx, c.req.header('cookie'));
    });
    c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/sign-in', 303);
  })

  .post('/me/sign-ins/:id/closure', signedIn, async (c) => {
    const { house, person } = c.var;
    const id = c.req.param('id');
    const ended = await house.db.write((tx) => endOwnSignIn(tx, person.id, id));
    return ended ? c.redirect('/me/security?ended', 303) : c.notFound();
  });

const noticeOf = ({ req, var: { words } }: Asked<SignedIn>): string | undefined => {
  if (req.query('password') !== undefined) return words.profile.passwordChanged;
  return req.query('ended') === undefined ? undefined : words.profile.ended;
};
