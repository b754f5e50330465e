import { parse, serialize } from 'hono/utils/cookie';
import { challengeMinutes } from '../../people/second-factor/challenge.ts';
import type { Asked } from '../env.ts';

/** Tells the browser of somebody who knew the password from those of strangers, should they share an address. */
export const passwordMark = 'known';

/** The same for whoever gave a right code of their second factor. */
export const codeMark = 'known-code';

/** What a browser is marked with. */
export const markOf = (c: Asked, name: typeof passwordMark | typeof codeMark): string | undefined =>
  parse(c.req.header('cookie') ?? '', name)[name];

/** Marks the browser. */
export const giveMark = (c: Asked, name: typeof passwordMark | typeof codeMark, mark: string): void => {
  give(c, serialize(name, mark, { ...hidden(c), path: '/sign-in', maxAge: 365 * 86_400 }));
};

/** The secret of the challenge that waits in this browser. */
export const challengeOf = (c: Asked): string | undefined => {
  const name = challengeName(c);
  return parse(c.req.header('cookie') ?? '', name)[name];
};

/** Hands the browser the secret of a challenge; undefined: takes it away. */
export const giveChallenge = (c: Asked, token: string | undefined): void => {
  const maxAge = token === undefined ? 0 : challengeMinutes * 60;
  give(c, serialize(challengeName(c), token ?? '', { ...hidden(c), path: '/', maxAge }));
};

const secure = (c: Asked): boolean => c.var.house.config.publicUrl?.startsWith('https:') ?? false;

const challengeName = (c: Asked): string => (secure(c) ? '__Host-lines-code' : 'lines-code');

const hidden = (c: Asked) => ({ httpOnly: true, sameSite: 'Lax', secure: secure(c) }) as const;

const give = (c: Asked, cookie: string): void => c.header('Set-Cookie', cookie, { append: true });
