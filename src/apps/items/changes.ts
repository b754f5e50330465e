import { desc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { itemChanges } from '../../db/schema.ts';
import { type Params, statement, writeStatement } from '../../db/statement.ts';
import { newId } from '../../id.ts';
import { sameValue } from '../fields/same.ts';
import type { Doc, Value } from '../fields/value.ts';
import type { By, Item } from './item.ts';

/** What was done to an item. */
export type ChangeKind = typeof itemChanges.$inferSelect.kind;

/** Before and after, by the fields' numbers; null for nothing. */
export type ChangedValues = { readonly [n: string]: readonly [Value | null, Value | null] };

/** Keeps what was done to an item. Of a new one nothing is kept: what it began with can be told from what it holds and what changed since. */
export const writeChange = async (
  tx: Tx,
  { seq }: Pick<Item, 'seq'>,
  kind: ChangeKind,
  values: ChangedValues,
  by: By,
): Promise<void> => {
  const change = { id: newId(), item: seq, at: by.at, actorId: by.actor, kind, values };
  await insert(tx, { ...change, sessionId: by.session ?? null });
};

/** What of a document changed. */
export const changedIn = (before: Doc, after: Doc): ChangedValues => {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = all.filter((n) => !sameValue(before[n], after[n]));
  return Object.fromEntries(changed.map((n) => [n, [before[n] ?? null, after[n] ?? null]]));
};

/** What an item held when it had this version. */
export const docAt = async (db: Reader, { seq, doc, version: now }: Item, version: number): Promise<Doc> => {
  if (version >= now) return doc;
  const rows = await newest(db, { item: seq, limit: now - version });
  return rows.reduce((later, row) => without(later, row.values as ChangedValues), doc);
};

const without = (doc: Doc, values: ChangedValues): Doc => {
  const before = { ...doc };
  for (const [n, [was]] of Object.entries(values)) {
    if (was === null) delete before[n];
    else before[n] = was;
  }
  return before;
};

type Row = {
  id: string;
  item: number;
  at: number;
  actorId: string | null;
  kind: ChangeKind;
  values: unknown;
  sessionId: string | null;
};

const insert = writeStatement((tx, p: Params<Row>) =>
  tx.insert(itemChanges).values({
    ...{ id: p('id'), item: p('item'), at: p('at'), actorId: p('actorId') },
    ...{ kind: p('kind'), values: p('values'), sessionId: p('sessionId') },
  }),
);

const newest = statement((db, p: Params<{ item: number; limit: number }>) =>
  db
    .select({ values: itemChanges.values })
    .from(itemChanges)
    .where(eq(itemChanges.item, p('item')))
    .orderBy(desc(itemChanges.at), desc(itemChanges.id))
    .limit(p('limit')),
);
