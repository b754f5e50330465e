import { Hono } from 'hono';
import { z } from 'zod';
import { SecondFactor } from '../../../views/me/second-factor.tsx';
import type { Tx } from '../../db/doors.ts';
import { profileOf } from '../../people/profile.ts';
import { factorOf, secretOf } from '../../people/second-factor/factor.ts';
import { proveOneself } from '../../people/second-factor/prove.ts';
import { recoveryCodesLeft } from '../../people/second-factor/recovery-codes.ts';
import { orRefused, type SecondFactorRefusal } from '../../people/second-factor/refusal.ts';
import { requirementOf } from '../../people/second-factor/required.ts';
import { beginSecondFactor } from '../../people/second-factor/set-up.ts';
import { removeSecondFactor, renewRecoveryCodes } from '../../people/second-factor/turn-off.ts';
import type { Asked, SignedIn } from '../env.ts';
import { addressOf } from '../guard/address.ts';
import { form } from '../guard/form.ts';
import { signedIn } from '../guard/signed-in.ts';
import { localPath } from '../local-path.ts';
import { page } from '../page.tsx';
import { sayRefusal } from '../second-factor.ts';
import { setUpPath, showCodes } from './second-factor-set-up.tsx';

const begun = z.object({ next: z.string().optional().catch(undefined) });
const proof = z.object({ password: z.string().max(1000) });

/** One's own second factor, once it is there: how it stands, new recovery codes, the end of it. */
export const secondFactorRoutes = new Hono<SignedIn>()
  .get('/me/second-factor', signedIn, (c) => show(c, {}, 200))

  .post('/me/second-factor', signedIn, form(begun), async (c) => {
    const { house, person, entered, words } = c.var;
    const outcome = await beginSecondFactor(house.db, house.secrets, person.id, Date.now());
    if ('refused' in outcome && outcome.refused !== 'on') {
      return await show(c, { begin: sayRefusal(words, outcome) }, 422);
    }
    const next = entered.ok ? localPath(entered.value.next) : undefined;
    return c.redirect('refused' in outcome ? '/me/second-factor' : setUpPath(next), 303);
  })

  .post('/me/second-factor/recovery-codes', signedIn, form(proof), async (c) => {
    const outcome = await proved(c, c.var.entered, (tx) => renewRecoveryCodes(tx, c.var.person.id));
    if ('done' in outcome) return await showCodes(c, outcome.done, undefined);
    return await show(c, { codes: sayRefusal(c.var.words, outcome) }, 422);
  })

  .post('/me/second-factor/removal', signedIn, form(proof), async (c) => {
    const { person } = c.var;
    const outcome = await proved(c, c.var.entered, (tx) => removeSecondFactor(tx, person.id, person.id));
    if ('done' in outcome || outcome.refused === 'none') return c.redirect('/me/second-factor', 303);
    return await show(c, { removal: sayRefusal(c.var.words, outcome) }, 422);
  });

type Proof = { ok: true; value: z.output<typeof proof> } | { ok: false };

/** Does something for whoever proves to be there in person. */
const proved = async <T,>(
  c: Asked<SignedIn>,
  entered: Proof,
  work: (tx: Tx) => Promise<T>,
): Promise<{ done: T } | SecondFactorRefusal> => {
  const { house, person, patience, codePatience } = c.var;
  const mine = await profileOf(house.db.read, person.id);
  if (!(entered.ok && mine)) return { refused: 'password' };
  const claim = { userId: person.id, email: mine.email, typed: entered.value.password, address: addressOf(c) };
  const given = { db: house.db, secrets: house.secrets, patience, codePatience };
  const proven = await proveOneself(given, { ...claim, at: Date.now() });
  if ('refused' in proven) return proven;
  return await orRefused(
    house.db.write(async (tx) => {
      await proven.spend(tx);
      return await work(tx);
    }),
  );
};

/** Errors by the form that they belong to. */
type Errors = Partial<Record<'begin' | 'codes' | 'removal', string>>;

const show = async (c: Asked<SignedIn>, errors: Errors, status: 200 | 422): Promise<Response> => {
  const { house, person, words, duty } = c.var;
  const factor = await factorOf(house.db.read, person.id);
  const required = await requirementOf(house.db.read);
  const children = (
    <SecondFactor
      words={words}
      errors={errors}
      next={localPath(c.req.query('next'))}
      owed={duty === 'second-factor'}
      required={required === 'everyone' || (required === 'administrators' && person.administrator)}
      factor={
        factor?.confirmedAt
          ? {
              codesLeft: await recoveryCodesLeft(house.db.read, person.id),
              readable: secretOf(house.secrets, factor) !== undefined,
            }
          : undefined
      }
    />
  );
  return await page(c, { title: words.secondFactor.title, section: 'me', children }, status);
};
