import { createHash } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Db, Tx } from '../db/doors.ts';
import { signIns } from '../db/schema.ts';
import type { Person } from './person.ts';
import { type SignInUser, signInAdapter } from './sign-in-adapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, SignInUser>;
    DatabaseUserAttributes: SignInUser;
  }
}

/** A person as the database knows them: without a language of their own, the browser's counts. */
export type StoredPerson = Omit<Person, 'language'> & { language: Person['language'] | null };

/** An open sign-in. `signIn` is its hash; `setCookie` is there when the cookie has to be given anew, to live longer. */
type FoundSignIn = { person: StoredPerson; signIn: string; setCookie: string | null };

/** The open sign-ins of people's browsers. Cookies go in as the header `Cookie`, and out as values of `Set-Cookie`. */
export type SignIns = {
  /** Whose browser it is; null for nobody's, an expired or ended sign-in, and whoever was deactivated. */
  find(cookies: string | undefined): Promise<FoundSignIn | null>;
  /** Opens a sign-in and answers its cookie. */
  start(tx: Tx, userId: string): Promise<string>;
  /** Ends the sign-in of these cookies, if it is one, and answers the cookie that takes it from the browser. */
  end(tx: Tx, cookies: string | undefined): Promise<string>;
};

/** How long a sign-in lives without being used. Half way it is prolonged. */
const idleDays = 30;

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
  });
  const secretIn = (cookies: string | undefined): string | undefined =>
    cookies && cookiePattern(name).exec(cookies)?.[1];

  return {
    async find(cookies) {
      const secret = secretIn(cookies);
      if (!secret) return null;
      const { session, user } = await lucia.validateSession(secret);
      if (!session) return null;
      const { name, language, theme, sound, administrator } = user;
      return {
        person: { id: user.id, name, language, theme, sound, administrator },
        signIn: hashOf(secret),
        setCookie: session.fresh ? lucia.createSessionCookie(secret).serialize() : null,
      };
    },
    async start(_tx, userId) {
      const session = await lucia.createSession(userId, {});
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(tx, cookies) {
      const secret = secretIn(cookies);
      if (secret) await endOne(tx, hashOf(secret));
      return lucia.createBlankSessionCookie().serialize();
    },
  };
};

/**
 * Ends all sign-ins of a person but the one with the hash `except`; their open pages hear of it.
 * A part of the change that makes it necessary: hand over its `tx`.
 */
export const endSignIns = async (tx: Tx, userId: string, except?: string): Promise<void> => {
  const mine = eq(signIns.userId, userId);
  const ended = await tx
    .delete(signIns)
    .where(except === undefined ? mine : and(mine, ne(signIns.idHash, except)))
    .returning({ signIn: signIns.idHash });
  for (const { signIn } of ended) await tx.record({ kind: 'sign-out', ids: { person: userId, signIn } });
};

const endOne = async (tx: Tx, signIn: string): Promise<void> => {
  const [ended] = await tx.delete(signIns).where(eq(signIns.idHash, signIn)).returning({ person: signIns.userId });
  if (ended) await tx.record({ kind: 'sign-out', ids: { person: ended.person, signIn } });
};

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

// Lucia's own reader throws on any cookie of another program on this host that is not well percent-encoded.
const cookiePattern = (name: string): RegExp => new RegExp(`(?:^|;\\s*)${name}=([a-z0-9]{20,64})(?:;|$)`);
