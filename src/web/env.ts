import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { Db } from '../db/doors.ts';
import type { FileStore } from '../files/store.ts';
import type { Words } from '../i18n/words.ts';
import type { Hub } from '../live/hub.ts';
import type { Person } from '../people/person.ts';
import type { CodePatience } from '../people/second-factor/patience.ts';
import type { Duty } from '../people/sign-in/duty.ts';
import type { Patience } from '../people/sign-in/patience.ts';
import type { SignIns } from '../people/sign-in/sign-ins.ts';
import type { Secrets } from '../secrets.ts';

/** What the doors are given once, at start. */
export type House = {
  config: Config;
  db: Db;
  files: FileStore;
  hub: Hub;
  /** Seals what the database must not tell by itself. */
  secrets: Secrets;
  /** What the set-up page asks for, unless somebody at this very machine opens it. Made up at start. */
  setupCode: string;
  /** Whether clients from outside can be played on a page of its own: in the demo alone. */
  testChannel?: boolean;
};

/** What every request carries. */
export type Anyone = {
  Bindings: HttpBindings;
  Variables: {
    house: House;
    words: Words;
    requestId: string;
    signIns: SignIns;
    patience: Patience;
    codePatience: CodePatience;
  };
};

/** What a request carries behind the guard `signedIn`. */
export type SignedIn = {
  Bindings: HttpBindings;
  Variables: Anyone['Variables'] & {
    person: Person;
    /** What the person has to do before anything else; only its own pages are open then. */
    duty: Duty | null;
    /** The hash of the sign-in: what facts of the kind 'sign-out' name. */
    signIn: string;
    /** The last fact when the request came: read before any query, so that there is no gap between page and stream. */
    cursor: number;
  };
};

/**
 * A request, as helpers of handlers take it. Not `Context<E>` with an open `E`: behind that every variable would be `any`; and
 * a plain `Context<Anyone>` takes no context that carries more.
 */
export type Asked<E extends Anyone = Anyone> = Pick<
  Context<E>,
  'var' | 'req' | 'env' | 'header' | 'html' | 'text' | 'body' | 'redirect' | 'notFound'
>;
