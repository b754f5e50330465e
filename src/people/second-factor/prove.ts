import type { Db, Tx } from '../../db/doors.ts';
import type { Secrets } from '../../secrets.ts';
import { passwordLength } from '../password/password.ts';
import { attempt, stillFits } from '../sign-in/attempt.ts';
import type { Patience } from '../sign-in/patience.ts';
import { accountOf, asCode, guarded } from './answer.ts';
import { factorOf, judgeCode, takeStep } from './factor.ts';
import type { CodePatience } from './patience.ts';
import { Refused, type SecondFactorRefusal } from './refusal.ts';

/** `spend` belongs into the unit of work that the proof is for: it uses a code up. @throws Refused */
export type Proof = { spend(tx: Tx): Promise<void> };

type Given = { db: Db; secrets: Secrets; patience: Patience; codePatience: CodePatience };

/** `typed`: a password or a code of the app; `address`: the network address; `at`: ms since 1970, UTC. */
type Claim = { userId: string; email: string; typed: string; address: string; at: number };

/**
 * Whether somebody who is signed in is there in person: by the password, or by a code of their second factor. Six digits, with
 * a space among them perhaps, are a code, since no password is so short.
 * @throws Crowded
 */
export const proveOneself = async (given: Given, claim: Claim): Promise<Proof | SecondFactorRefusal> => {
  // A password of digits and dashes would otherwise pass for a code.
  const code = claim.typed.trim().length < passwordLength.min ? asCode(claim.typed) : undefined;
  return code === undefined ? await byPassword(given, claim) : await byCode(given, claim, code);
};

const byPassword = async ({ db, patience }: Given, claim: Claim): Promise<Proof | SecondFactorRefusal> => {
  const { userId, email, typed, address } = claim;
  const outcome = await attempt(db.read, patience, { email, password: typed, address });
  if ('refused' in outcome) return outcome.refused === 'slow' ? outcome : { refused: 'password' };
  if (outcome.userId !== userId) return { refused: 'password' };
  return {
    async spend(tx) {
      if (!(await stillFits(tx, outcome))) throw new Refused({ refused: 'password' });
    },
  };
};

const byCode = async (
  { db, secrets, codePatience }: Given,
  { userId, at }: Claim,
  code: string,
): Promise<Proof | SecondFactorRefusal> => {
  const factor = await factorOf(db.read, userId);
  if (!factor?.confirmedAt) return { refused: 'none' };
  const who = { account: accountOf(factor) };
  const seconds = codePatience.secondsToWait(who);
  if (seconds > 0) return { refused: 'slow', seconds };
  codePatience.failed(who);
  const judged = judgeCode(secrets, factor, code, at);
  if ('refused' in judged) return guarded(judged, codePatience.hints(who));
  return {
    async spend(tx) {
      await takeStep(tx, factor, judged.step);
      codePatience.succeeded(who);
    },
  };
};
