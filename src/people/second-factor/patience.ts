import { randomBytes } from 'node:crypto';
import { isMark, newMark } from '../sign-in/marks.ts';
import { createTally } from '../sign-in/tally.ts';

/** Who tries a code: for whose second factor (it is another account after each set-up), and with which mark, if there is one. */
type CodeTry = { account: string; mark?: string | undefined };

/**
 * Slows wrong codes down, whoever's challenges they are tried in: only somebody who knows the password comes so far, and there are
 * but a million codes. All unknown browsers of an account count as one. A browser in which the owner once gave a right code
 * bears a mark and is counted by itself; recovery codes are not slowed, they cannot be guessed. So the owner always gets in.
 */
export type CodePatience = {
  /** Seconds until a code may be tried again; 0: now. */
  secondsToWait(attempt: CodeTry): number;
  /** Whether a wrong code may be told that it fits another time: a guesser would only have to wait for it. */
  hints(attempt: CodeTry): boolean;
  failed(attempt: CodeTry): void;
  /** Answers the mark for the browser that it came from. */
  succeeded(attempt: CodeTry): string;
};

/** @param now the clock, in milliseconds since 1970 */
export const createCodePatience = (now: () => number = Date.now): CodePatience => {
  // Ten codes at once, and four a day in the end: a guesser finds one in two hundred years.
  const tries = createTally(now, { free: 10, longest: 6 * 3_600_000, memory: 7 * 86_400_000 });

  const key = randomBytes(32);
  const placeOf = ({ account, mark }: CodeTry): string =>
    mark !== undefined && isMark(key, account, mark) ? `${account}\n${mark}` : account;

  return {
    secondsToWait: (attempt) => Math.ceil(tries.wait(placeOf(attempt)) / 1000),
    hints: (attempt) => !tries.exceeded(placeOf(attempt)),
    failed: (attempt) => tries.add(placeOf(attempt)),
    succeeded(attempt) {
      tries.forget(placeOf(attempt));
      return newMark(key, attempt.account);
    },
  };
};
