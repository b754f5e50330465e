import { Hono } from 'hono';
import { z } from 'zod';
import { RecoveryCodes } from '../../../views/me/recovery-codes.tsx';
import { SecondFactorSetUp } from '../../../views/me/second-factor-set-up.tsx';
import { companyName } from '../../people/company.ts';
import { profileOf } from '../../people/profile.ts';
import { asCode } from '../../people/second-factor/answer.ts';
import { confirmSecondFactor, giveUpSecondFactor, pendingSecret } from '../../people/second-factor/set-up.ts';
import { totpAddress } from '../../people/second-factor/totp.ts';
import type { Asked, SignedIn } from '../env.ts';
import { form } from '../guard/form.ts';
import { signedIn } from '../guard/signed-in.ts';
import { localPath } from '../local-path.ts';
import { page } from '../page.tsx';
import { sayRefusal } from '../second-factor.ts';

const path = '/me/second-factor/set-up';

/** Where a second factor is set up; `next`: where one wants to be in the end. */
export const setUpPath = (next: string | undefined): string =>
  next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;

const fields = z.object({ code: z.string().max(200), next: z.string().optional().catch(undefined) });

/** The set-up of one's second factor: the secret for the app, a code from it, the recovery codes. */
export const secondFactorSetUpRoutes = new Hono<SignedIn>()
  .get(path, signedIn, (c) => show(c, localPath(c.req.query('next')), undefined, 200))

  .post(path, signedIn, form(fields), async (c) => {
    const { house, person, entered, words } = c.var;
    const code = entered.ok ? asCode(entered.value.code) : undefined;
    const next = entered.ok ? localPath(entered.value.next) : undefined;
    if (code === undefined) return await show(c, next, sayRefusal(words, { refused: 'wrong' }), 422);
    const outcome = await confirmSecondFactor(house.db, house.secrets, person.id, code, Date.now());
    if ('done' in outcome) return await showCodes(c, outcome.done, next);
    // Somebody was quicker, in another tab: that one shows the recovery codes.
    if (outcome.refused === 'on') return c.redirect('/me/second-factor', 303);
    return await show(c, next, sayRefusal(words, outcome), 422);
  })

  .post('/me/second-factor/cancellation', signedIn, async (c) => {
    await giveUpSecondFactor(c.var.house.db, c.var.person.id);
    return c.redirect('/me/second-factor', 303);
  });

/** Shows recovery codes, this once. */
export const showCodes = async (
  c: Asked<SignedIn>,
  codes: readonly string[],
  next: string | undefined,
): Promise<Response> => {
  const { words } = c.var;
  const { company, email } = await labels(c);
  const props = { words, codes, company, email, next: next ?? '/me/second-factor' };
  const title = words.secondFactor.mine.codesTitle;
  const scripts = ['recovery-codes.js'];
  return await page(c, { title, section: 'me', scripts, children: <RecoveryCodes {...props} /> });
};

const show = async (
  c: Asked<SignedIn>,
  next: string | undefined,
  error: string | undefined,
  status: 200 | 422,
): Promise<Response> => {
  const { house, person, words, duty } = c.var;
  const secret = await pendingSecret(house.db, house.secrets, person.id, Date.now());
  if (secret === undefined) return c.redirect('/me/second-factor', 303);
  const { company, email } = await labels(c);
  const props = { words, secret, address: totpAddress(secret, company, email), error, next };
  const children = <SecondFactorSetUp {...props} owed={duty !== null} />;
  return await page(c, { title: words.secondFactor.title, section: 'me', children }, status);
};

/** What the app calls the entry. */
const labels = async (c: Asked<SignedIn>): Promise<{ company: string; email: string }> => {
  const { house, person, words } = c.var;
  const company = (await companyName(house.db.read)) ?? words.common.product;
  const mine = await profileOf(house.db.read, person.id);
  return { company, email: mine?.email ?? '' };
};
