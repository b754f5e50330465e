import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { Problems } from '../fields/schema.ts';
import type { Doc } from '../fields/value.ts';

/** What an item is named by. */
export type ItemRef = { id: string; seq: number; appId: string; number: number; title: string };

/** A record of an app. Times are milliseconds since 1970, UTC. */
export type Item = ItemRef & {
  doc: Doc;
  /** Counts every change: what a form was made from is known by it. */
  version: number;
  createdAt: number;
  /** Null, here and below: the product itself. */
  createdBy: string | null;
  updatedAt: number;
  updatedBy: string | null;
  deletedAt: number | null;
  deletedBy: string | null;
  /** The import that brought it. */
  importId: string | null;
};

/** Who changes an item, when, and from where. */
export type By = {
  /** Null: the product itself, which may refer to anything that is there. */
  actor: string | null;
  /** Ms since 1970, UTC. */
  at: number;
  /** The session from whose chat it is done. */
  session?: string;
  /** Accounts that the actor may put into an item: who calls has judged that. Those that it held before may stay in any case. */
  accounts?: readonly string[];
  /** Items that the actor may refer to without seeing them: who calls has judged that. */
  known?: readonly string[];
  /** The import that brings the item, and the item's place in the stretch that the import has taken. It is told of by the import, as a whole. */
  import?: { id: string; seq: number };
};

/** Why an item was not stored; nothing of it was. */
export type ItemRefusal =
  /** By the ids of the fields. */
  | { refused: 'values'; problems: Problems }
  /** The form's id was used for something else. */
  | { refused: 'other-content' }
  /** The app is archived, or there is none. */
  | { refused: 'no-app' };

/** What became of a change of an item. */
export type Changed =
  | { kind: 'changed' | 'same'; item: Item }
  /** Somebody else changed `fields` as well, and otherwise: nothing was stored. `merged` holds what was typed there, and what both did elsewhere. */
  | { kind: 'conflict'; item: Item; fields: readonly Field[]; merged: Doc }
  | { kind: 'refused'; problems: Problems }
  /** It was deleted, or its app archived, or there is none. */
  | { kind: 'gone' };

/** Whose item it is going to be. What else is said of the app is read anew. */
export type OfApp = Pick<App, 'id'>;
