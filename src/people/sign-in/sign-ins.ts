import { createHash } from 'node:crypto';
import { Lucia, TimeSpan } from 'lucia';
import type { Db, Tx } from '../../db/doors.ts';
import type { Person } from '../person.ts';
import { type SignInPlace, type SignInUser, signInAdapter } from './adapter.ts';
import type { Duty } from './duty.ts';
import { endOneSignIn } from './end.ts';
import { refreshSeen } from './seen.ts';

export { endSignIns } from './end.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SignInPlace, SignInUser>;
    DatabaseUserAttributes: SignInUser;
    DatabaseSessionAttributes: SignInPlace;
  }
}

/** A person as the database knows them: without a language of their own, the browser's counts. */
export type StoredPerson = Omit<Person, 'language'> & { language: Person['language'] | null };

/**
 * An open sign-in. `signIn` is its hash; `setCookie` is there when the cookie has to be given anew, to live longer; `duty` when its
 * person has to do something before anything else.
 */
type FoundSignIn = { person: StoredPerson; signIn: string; setCookie: string | null; duty: Duty | null };

/**
 * From where somebody signs in: the cookies that the browser has, what it says it is (`User-Agent`), and its network address.
 */
export type SignInFrom = { cookies?: string | undefined; device?: string | undefined; address?: string | undefined };

/** The open sign-ins of people's browsers. Cookies go in as the header `Cookie`, and out as values of `Set-Cookie`. */
export type SignIns = {
  /** Whose browser it is; null for nobody's, an expired or ended sign-in, and whoever was deactivated. */
  find(cookies: string | undefined): Promise<FoundSignIn | null>;
  /** Opens a sign-in and answers its cookie. One that the browser had before ends. */
  start(tx: Tx, userId: string, from?: SignInFrom): Promise<string>;
  /** Ends the sign-in of these cookies, if it is one, and answers the cookie that takes it from the browser. */
  end(tx: Tx, cookies: string | undefined): Promise<string>;
};

/** How long a sign-in lives without being used. Half way it is prolonged. */
const idleDays = 30;

/** Characters that are kept of what a browser says it is. */
const longestDevice = 300;

/**
 * Lucia and all that touches it. The secret stands in the cookie alone; the database keeps its SHA-256.
 *
 * @param secure whether people reach the product by HTTPS: then no other host and no plain request can set the cookie
 */
export const createSignIns = (db: Db, { secure }: { secure: boolean }): SignIns => {
  const name = secure ? '__Host-lines' : 'lines';
  const lucia = new Lucia(signInAdapter(db, hashOf), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    sessionCookie: { name, attributes: { secure, sameSite: 'lax', path: '/' } },
    getUserAttributes: (user) => user,
    getSessionAttributes: (place) => place,
  });
  const secretIn = (cookies: string | undefined): string | undefined =>
    cookies && cookiePattern(name).exec(cookies)?.[1];

  return {
    async find(cookies) {
      const secret = secretIn(cookies);
      if (!secret) return null;
      const { session, user } = await lucia.validateSession(secret);
      if (!session) return null;
      const signIn = hashOf(secret);
      refreshSeen(db, signIn, session.seenAt);
      const { duty, ...person } = user;
      return {
        person,
        signIn,
        duty,
        setCookie: session.fresh ? lucia.createSessionCookie(secret).serialize() : null,
      };
    },
    async start(tx, userId, { cookies, device, address } = {}) {
      const before = secretIn(cookies);
      if (before) await endOneSignIn(tx, hashOf(before));
      const place = { device: device?.slice(0, longestDevice) || null, address: address || null, seenAt: Date.now() };
      const session = await lucia.createSession(userId, place);
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(tx, cookies) {
      const secret = secretIn(cookies);
      if (secret) await endOneSignIn(tx, hashOf(secret));
      return lucia.createBlankSessionCookie().serialize();
    },
  };
};

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

// Lucia's own reader throws on any cookie of another program on this host that is not well percent-encoded.
const cookiePattern = (name: string): RegExp => new RegExp(`(?:^|;\\s*)${name}=([a-z0-9]{20,64})(?:;|$)`);
