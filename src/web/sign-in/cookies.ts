import { challengeMinutes } from '../../people/second-factor/challenge.ts';
import type { Asked } from '../env.ts';
import { giveCookie, readCookie } from '../guard/cookie.ts';

/** Tells the browser of somebody who knew the password from those of strangers, should they share an address. */
export const passwordMark = 'known';

/** The same for whoever gave a right code of their second factor. */
export const codeMark = 'known-code';

type Mark = typeof passwordMark | typeof codeMark;

/** What a browser is marked with. */
export const markOf = (c: Asked, name: Mark): string | undefined => readCookie(c, name);

/** Marks the browser. */
export const giveMark = (c: Asked, name: Mark, mark: string): void => giveCookie(c, name, mark, 365 * 86_400);

/** The secret of the challenge that waits in this browser. */
export const challengeOf = (c: Asked): string | undefined => readCookie(c, challengeName);

/** Hands the browser the secret of a challenge; undefined: takes it away. */
export const giveChallenge = (c: Asked, token: string | undefined): void =>
  giveCookie(c, challengeName, token ?? '', token === undefined ? 0 : challengeMinutes * 60);

const challengeName = 'lines-code';
