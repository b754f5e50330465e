import type { Field } from '../apps/fields/field.ts';
import type { Value } from '../apps/fields/value.ts';
import type { AppMark } from '../sessions/shapes.ts';

/** An item that holds the account of a session's client, as the viewer may know it. */
export type LinkedItem = {
  id: string;
  app: AppMark;
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
  may: {
    /** Look for an item that is there. */
    find: boolean;
    /** Make a new one. */
    create: boolean;
    unlink: boolean;
  };
};

/** The menu "Create" of a session; `why` is for who cannot press it yet. */
export type CreateMenu = { apps: readonly AppMark[]; why: 'not-linked' | 'no-link-app' | null };
