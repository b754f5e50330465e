import type { Tx } from '../../db/doors.ts';
import { challenge } from '../../people/second-factor/challenge.ts';
import type { Asked } from '../env.ts';
import { signInFrom } from '../guard/sign-in-from.ts';
import { giveChallenge } from './cookies.ts';

/** The way in for somebody who knew the password: a sign-in's cookie, or a challenge that has to be answered first. */
export type Admission = { cookie: string } | { challenge: string };

/** Lets somebody in who knew the password, or asks for the code of their second factor: part of the unit of work around it. */
export const admit = async (c: Asked, tx: Tx, userId: string): Promise<Admission> => {
  const token = await challenge(tx, userId, Date.now());
  return token === undefined ? { cookie: await c.var.signIns.start(tx, userId, signInFrom(c)) } : { challenge: token };
};

/** Gives the browser what it needs to go on, and answers where to. `next`: where one wants to be in the end. */
export const goOn = (c: Asked, admission: Admission, next: string | undefined): string => {
  if ('cookie' in admission) {
    c.header('Set-Cookie', admission.cookie, { append: true });
    return next ?? '/';
  }
  giveChallenge(c, admission.challenge);
  return codePath(next);
};

/** The page that asks for the code. */
const codePath = (next: string | undefined): string =>
  next === undefined || next === '/' ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(next)}`;
