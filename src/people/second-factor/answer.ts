import type { Db, Tx } from '../../db/doors.ts';
import type { Secrets } from '../../secrets.ts';
import { endChallenge, findChallenge, takeTry } from './challenge.ts';
import { factorOf, judgeCode, type StoredFactor, takeStep } from './factor.ts';
import type { CodePatience } from './patience.ts';
import { recoveryCodesLeft, spendRecoveryCode } from './recovery-codes.ts';
import { orRefused, Refused, type SecondFactorRefusal } from './refusal.ts';

/** What the answer to a challenge came to. `over`: the challenge has ended, one starts over with the password. */
export type Answered<T> = { done: T; mark: string } | SecondFactorRefusal | { refused: 'over' };

type Answer = {
  /** The secret of the challenge, as the browser's cookie has it. */
  token: string | undefined;
  /** A code of the app or a recovery code, as it was typed. */
  typed: string;
  mark?: string | undefined;
  /** Milliseconds since 1970, UTC. */
  at: number;
};

type Given = { db: Db; secrets: Secrets; patience: CodePatience };

/**
 * Judges the code that was asked for after the password. When it is right, `enter` opens the sign-in, in the same unit of work
 * that uses code and challenge up.
 */
export const answerChallenge = async <T>(
  { db, secrets, patience }: Given,
  { token, typed, mark, at }: Answer,
  enter: (tx: Tx, userId: string) => Promise<T>,
): Promise<Answered<T>> => {
  const challenge = token === undefined ? undefined : await findChallenge(db.read, token, at);
  const factor = challenge && (await factorOf(db.read, challenge.userId));
  if (!(challenge && factor?.confirmedAt)) return { refused: 'over' };
  const who = { account: accountOf(factor), mark };
  const code = asCode(typed);
  const seconds = code === undefined ? 0 : patience.secondsToWait(who);
  if (seconds > 0) return { refused: 'slow', seconds };
  // Counted before it is judged, here and below: of many sent at once none slips through.
  if (code !== undefined) patience.failed(who);
  const left = await db.write((tx) => takeTry(tx, challenge, at));
  if (left === undefined) return { refused: 'over' };
  const judged = code === undefined ? undefined : judgeCode(secrets, factor, code, at);
  const entered =
    judged && 'refused' in judged
      ? guarded(judged, patience.hints(who))
      : await orRefused(
          db.write(async (tx) => {
            if (!(await endChallenge(tx, challenge))) throw new Refused({ refused: 'used' });
            if (judged) await takeStep(tx, factor, judged.step);
            else await spend(tx, factor.userId, typed);
            return await enter(tx, factor.userId);
          }),
        );
  if ('done' in entered) return { done: entered.done, mark: patience.succeeded(who) };
  return left === 0 && entered.refused !== 'unreadable' ? { refused: 'over' } : entered;
};

/** The six digits of an app, however they were typed; undefined for anything else. */
export const asCode = (typed: string): string | undefined => {
  const plain = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(plain) ? plain : undefined;
};

/** Under which name wrong codes are counted: set up anew, a second factor has no past. */
export const accountOf = ({ userId, createdAt }: StoredFactor): string => `${userId} ${createdAt}`;

/** A guesser is not told that a code will fit later. */
export const guarded = (refusal: SecondFactorRefusal, hints: boolean): SecondFactorRefusal =>
  refusal.refused === 'clock' && !hints ? { refused: 'wrong' } : refusal;

const spend = async (tx: Tx, userId: string, typed: string): Promise<void> => {
  if (!(await spendRecoveryCode(tx, userId, typed))) throw new Refused({ refused: 'spent' });
  const after = { codes: await recoveryCodesLeft(tx, userId) };
  await tx.record(null, { actor: userId, action: 'user.recovery-code-used', object: userId, after });
};
