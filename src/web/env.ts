import type { HttpBindings } from '@hono/node-server';
import type { Config } from '../config.ts';
import type { Db } from '../db/doors.ts';
import type { FileStore } from '../files/store.ts';
import type { Words } from '../i18n/words.ts';
import type { Hub } from '../live/hub.ts';
import type { Person } from '../people/person.ts';

/** What the doors are given once, at start. */
export type House = {
  config: Config;
  db: Db;
  files: FileStore;
  hub: Hub;
};

/** What every request carries. */
export type Anyone = {
  Bindings: HttpBindings;
  Variables: { house: House; words: Words; requestId: string };
};

/** What a request carries behind the guard `signedIn`. */
export type SignedIn = {
  Bindings: HttpBindings;
  Variables: Anyone['Variables'] & { person: Person; signIn: string };
};
