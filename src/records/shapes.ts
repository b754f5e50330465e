import type { Field } from '../apps/fields/field.ts';
import type { Names } from '../apps/fields/names.ts';
import type { Value } from '../apps/fields/value.ts';
import type { AppMark } from '../sessions/shapes.ts';

export type { AppMark } from '../sessions/shapes.ts';

/** An item that holds the account of a session's client, as the viewer may know it. */
export type LinkedItem = {
  id: string;
  /** As it is written: "C-0012". */
  number: string;
  /** Null for who does not see the app: they know that there is an item, and no more of it. */
  title: string | null;
  /** What else of it is worth a glance; nothing for who does not see the app. */
  values: readonly { field: Field; value: Value }[];
};

/** The block "Account" of a session: which items hold the client's account, and what the viewer may do about it. */
export type AccountBlock = {
  app: AppMark;
  items: readonly LinkedItem[];
  names: Names;
  may: {
    /** Put the account into an item that is there. */
    link: boolean;
    /** Make a new item of it. */
    create: boolean;
    unlink: boolean;
  };
};

/** The menu "Create" of a session; `why` tells who cannot press it yet what is missing. */
export type CreateMenu = { apps: readonly AppMark[]; why: 'not-linked' | 'no-link-app' | null };

/** What stands beside an open session of items. */
export type SessionRecords = {
  /** Null in the built-in chat, and on lines without an app for account link. */
  account: AccountBlock | null;
  /** Null where the line has no app that the viewer may create in. */
  create: CreateMenu | null;
  /** Ids of what is shown: when one of it changes, the page asks again. */
  follows: readonly string[];
};
