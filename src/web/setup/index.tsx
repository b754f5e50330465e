import { Hono } from 'hono';
import { z } from 'zod';
import { SetUp, TooLate } from '../../../views/setup/set-up.tsx';
import { createCompany, isSetUp } from '../../people/company.ts';
import { hashPassword, passwordLength } from '../../people/password/password.ts';
import { orRefusal } from '../../people/refusal.ts';
import type { Anyone, Asked } from '../env.ts';
import { addressOf, isAtMachine } from '../guard/address.ts';
import { type FieldErrors, type Typed, typedText } from '../guard/entered.ts';
import { emailAddress, lineOfText, newPassword } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { say } from '../guard/say.ts';
import { signInFrom } from '../guard/sign-in-from.ts';
import { barePage } from '../page.tsx';
import { isCode } from './code.ts';

const fields = z.object({
  code: z.string().optional(),
  company: lineOfText(100),
  name: lineOfText(100),
  email: emailAddress(),
  password: newPassword(),
});

export const setupRoutes = new Hono<Anyone>()
  .get('/setup', (c) => show(c))

  .post('/setup', form(fields), async (c) => {
    const { entered, house, words } = c.var;
    if (await isSetUp(house.db.read)) return await tooLate(c);
    const code = judgeCode(c, typedText(entered.typed, 'code'));
    if (typeof code === 'number') {
      c.header('Retry-After', String(code));
      return await show(c, entered.typed, { form: words.signIn.slow(code) }, 429);
    }
    if (!(entered.ok && code)) {
      const errors: FieldErrors = { ...(!code && { code: 'wrong-code' as const }), ...(!entered.ok && entered.errors) };
      return await show(c, entered.typed, say(words, errors), 422);
    }
    const { company, name, email, password } = entered.value;
    const { administrators, everyone } = words.signIn.setUp;
    const passwordHash = await hashPassword(password);
    const created = await orRefusal(
      house.db.write(async (tx) => {
        const given = { company, name, email, passwordHash, administrators, everyone, at: Date.now() };
        return await c.var.signIns.start(tx, await createCompany(tx, given), signInFrom(c));
      }),
    );
    if ('refused' in created) return await tooLate(c);
    c.header('Set-Cookie', created.done, { append: true });
    return c.redirect('/', 303);
  });

/** Whether the code fits, or is not asked for; a number: seconds until it may be tried again. */
const judgeCode = (c: Asked, typed: string): boolean | number => {
  if (isAtMachine(c)) return true;
  const who = { account: 'set-up', address: addressOf(c) };
  const seconds = c.var.patience.secondsToWait(who);
  if (seconds > 0) return seconds;
  if (isCode(typed, c.var.house.setupCode)) return true;
  c.var.patience.failed(who);
  return false;
};

const show = async (
  c: Asked,
  sent?: Typed,
  errors: Readonly<Record<string, string>> = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> => {
  const { words } = c.var;
  const was = (field: string) => (sent ? typedText(sent, field) : '');
  const typed = { company: was('company'), name: was('name'), email: was('email'), code: was('code') };
  const props = { words, typed, errors, asksCode: !isAtMachine(c), shortestPassword: passwordLength.min };
  return await barePage(c, { title: words.signIn.setUp.title, children: <SetUp {...props} /> }, status);
};

const tooLate = async (c: Asked): Promise<Response> =>
  await barePage(c, { title: c.var.words.signIn.setUp.title, children: <TooLate words={c.var.words} /> }, 409);
