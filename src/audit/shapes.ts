import type { AuditAction } from '../db/audit-actions.ts';

/** What of the log is wanted: what fits everything that is given. Times are milliseconds since 1970, UTC. */
export type AuditFilter = {
  /** Whose doing, by id; null: the product itself, and whoever sat at the machine's console. */
  actors?: readonly (string | null)[] | undefined;
  actions?: readonly AuditAction[] | undefined;
  /** Done to these things, or to these people in some group or unit: by id. */
  objects?: readonly string[] | undefined;
  /** From this moment on. */
  from?: number | undefined;
  /** Before this moment. */
  until?: number | undefined;
};

/** An entry as it is stored. */
export type StoredEntry = {
  id: string;
  at: number;
  actorId: string | null;
  action: string;
  objectId: string;
  before: unknown;
  after: unknown;
};

/** After which entry a page starts. */
export type AuditCursor = { at: number; id: string };

/** A page of the log, newest first; `after` is null on the last. */
export type AuditPage<Entry> = { rows: readonly Entry[]; after: AuditCursor | null };

/** Something that has a name. `gone`: it was deleted, this was its name then (its id, where even that is not known). */
export type Named = { kind: NamedKind; id: string; name: string; gone: boolean };

export type NamedKind = 'user' | 'group' | 'unit' | 'line' | 'file' | 'app' | 'field' | 'item' | 'account';

/** A value before or after a change, ready to be said in any language. */
export type AuditValue =
  | { kind: 'nothing' }
  | { kind: 'text' | 'choice' | 'what'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'time'; at: number }
  | { kind: 'flag'; yes: boolean }
  /** `more`: how many others there are, of which no name was looked up. */
  | { kind: 'names'; names: readonly Named[]; more: number };

/** What changed, by the name of its field. */
type AuditChange = { field: string; before: AuditValue; after: AuditValue };

/** An entry with its names in it. `action` is one of `AuditAction`, unless another version of the product wrote it. */
export type AuditLine = {
  id: string;
  at: number;
  actor: Named | null;
  action: string;
  objectId: string;
  /** Null: something without a name, such as the log itself. */
  object: Named | null;
  changes: readonly AuditChange[];
};
