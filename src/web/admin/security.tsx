import { Hono } from 'hono';
import { z } from 'zod';
import { Security } from '../../../views/admin/security.tsx';
import { factorOf } from '../../people/second-factor/factor.ts';
import { lostKeys } from '../../people/second-factor/lost-keys.ts';
import { orRefused } from '../../people/second-factor/refusal.ts';
import { requirementOf, requirements, requireSecondFactor, spreadOf } from '../../people/second-factor/required.ts';
import { removeSecondFactor } from '../../people/second-factor/turn-off.ts';
import { userById } from '../../people/users.ts';
import { keyFile } from '../../secrets/keys.ts';
import type { Asked, SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { form } from '../guard/form.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';

/** `from`: what the page showed. */
const wanted = z.object({ from: z.enum(requirements), required: z.enum(requirements) });

/** Of whom a second factor is required, and its end for somebody who lost the phone. */
export const securityRoutes = new Hono<SignedIn>()
  .get('/admin/security', signedIn, administrator, (c) => show(c, undefined, 200))

  .post('/admin/security', signedIn, administrator, form(wanted), async (c) => {
    const { house, person, entered, words } = c.var;
    if (!entered.ok) return await show(c, words.people.problems.required, 422);
    const { from, required } = entered.value;
    const done = await house.db.write((tx) => requireSecondFactor(tx, person.id, from, required));
    if (!done) return await show(c, words.secondFactor.security.changed, 409);
    return c.redirect('/admin/security?saved', 303);
  })

  .post('/admin/users/:id/second-factor-removal', signedIn, administrator, async (c) => {
    const { house, person } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!user) return c.notFound();
    // One's own asks for the password or a code: nobody who finds the page open gets around it.
    if (user.id === person.id) return c.redirect('/me/second-factor', 303);
    // Turned off already, by another administrator or by themselves: that is what was wanted.
    await orRefused(house.db.write((tx) => removeSecondFactor(tx, person.id, user.id)));
    return c.redirect(`/admin/users/${user.id}`, 303);
  });

const show = async (c: Asked<SignedIn>, error: string | undefined, status: 200 | 409 | 422): Promise<Response> => {
  const { house, person, words } = c.var;
  const { read } = house.db;
  const lost = await lostKeys(read, house.secrets);
  const children = (
    <Security
      words={words}
      error={error}
      required={await requirementOf(read)}
      spread={await spreadOf(read)}
      lacks={!(await factorOf(read, person.id))?.confirmedAt}
      lost={lost.map((one) => ({ ...one, file: `keys/${keyFile(one.key)}` }))}
    />
  );
  const notice = c.req.query('saved') === undefined ? undefined : words.people.saved;
  return await page(c, { title: words.secondFactor.security.title, section: 'admin', children, notice }, status);
};
