import { Hono } from 'hono';
import { z } from 'zod';
import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { Password } from '../../../views/me/password.tsx';
import { changeOwnPassword, type PasswordRefusal } from '../../people/password/own.ts';
import { passwordLength } from '../../people/password/password.ts';
import { profileOf } from '../../people/profile.ts';
import { Crowded } from '../../people/sign-in/turns.ts';
import type { Asked, SignedIn } from '../env.ts';
import { addressOf } from '../guard/address.ts';
import { typedText } from '../guard/entered.ts';
import { newPassword } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { localPath } from '../local-path.ts';
import { page } from '../page.tsx';

const fields = z.object({ current: z.string().max(1000).optional(), password: newPassword() });

export const ownPasswordRoutes = new Hono<SignedIn>()
  .get('/me/password', signedIn, (c) => show(c, c.req.query('next')))

  .post('/me/password', signedIn, form(fields), async (c) => {
    const { entered, words } = c.var;
    const next = typedText(entered.typed, 'next');
    if (!entered.ok) return await show(c, next, say(words, entered.errors), 422);
    const outcome = await change(c, entered.value);
    if ('done' in outcome) return c.redirect(forced(c) ? (localPath(next) ?? '/') : '/me/security?password', 303);
    const status = { slow: 429, crowded: 503, wrong: 422, same: 422, changed: 409 } as const;
    if (outcome.refused === 'slow') c.header('Retry-After', String(outcome.seconds));
    if (outcome.refused === 'crowded') c.header('Retry-After', '5');
    return await show(c, next, errorsOf(c, outcome), status[outcome.refused]);
  });

/** Whether somebody else chose the password, and nothing goes on before another one is chosen. */
const forced = (c: Asked<SignedIn>): boolean => c.var.duty === 'password';

type Refused = PasswordRefusal | { refused: 'crowded' };

const change = async (
  c: Asked<SignedIn>,
  { current = '', password }: { current?: string | undefined; password: string },
): Promise<{ done: true } | Refused> => {
  const { house, person, signIn, patience } = c.var;
  const mine = await profileOf(house.db.read, person.id);
  const whose = { userId: person.id, email: mine?.email ?? '', signIn, address: addressOf(c) };
  try {
    return await changeOwnPassword(house.db, patience, { ...whose, password, current: forced(c) ? null : current });
  } catch (error) {
    if (error instanceof Crowded) return { refused: 'crowded' };
    throw error;
  }
};

const errorsOf = (c: Asked<SignedIn>, outcome: Refused): FormErrors => {
  const { passwordProblems } = c.var.words.profile;
  if (outcome.refused === 'slow') return { current: passwordProblems.slow(outcome.seconds) };
  const text = passwordProblems[outcome.refused];
  return outcome.refused === 'same' ? { password: text } : { current: text };
};

const show = async (
  c: Asked<SignedIn>,
  next: string | undefined,
  errors: FormErrors = {},
  status: 200 | 409 | 422 | 429 | 503 = 200,
): Promise<Response> => {
  const { house, person, words } = c.var;
  const mine = await profileOf(house.db.read, person.id);
  if (!mine) return c.notFound();
  const must = forced(c);
  const children = (
    <Password
      words={words}
      email={mine.email}
      forced={must}
      shortestPassword={passwordLength.min}
      next={localPath(next)}
      errors={errors}
    />
  );
  const title = must ? words.profile.passwordFirst : words.profile.passwordChange;
  return await page(c, { title, section: 'me', children }, status);
};
