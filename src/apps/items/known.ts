import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { accounts, itemFiles, items, users } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { Problems } from '../fields/schema.ts';
import { valueIn } from '../fields/value.ts';
import type { By } from './item.ts';
import type { Judged } from './judge.ts';
import { arrived, itemsSeenBy } from './scope.ts';

/**
 * Which fields name a person, an item, an account or a file that is not there, or that the actor may not refer to. What the item held
 * in the field before may stay: it is shown as what is gone.
 */
export const unknownIn = async (tx: Tx, app: App, judged: Judged, by: By): Promise<Problems> => {
  const problems: Record<string, Problems[string]> = {};
  for (const field of app.fields) {
    const added = addedIn(field, judged);
    if (added.length === 0) continue;
    const known = new Set(await knownOf(tx, field, added, judged, by));
    if (added.some((id) => !known.has(id))) problems[field.id] = 'unknown';
  }
  return problems;
};

const addedIn = (field: Field, { doc, held }: Judged): string[] => {
  const before = new Set(idsOf(valueIn(held, field)));
  return idsOf(valueIn(doc, field)).filter((id) => !before.has(id));
};

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');

const knownOf = async (tx: Tx, field: Field, ids: string[], judged: Judged, by: By): Promise<string[]> => {
  switch (field.kind) {
    case 'user':
      return idsIn(
        await tx
          .select({ id: users.id })
          .from(users)
          .where(and(inArray(users.id, ids), eq(users.active, true))),
      );
    case 'reference':
    case 'references':
      return idsIn(
        await tx
          .select({ id: items.id })
          .from(items)
          .where(and(inArray(items.id, ids), eq(items.appId, field.options.app), seenBy(tx, by))),
      );
    case 'account':
      return idsIn(
        await tx
          .select({ id: accounts.id })
          .from(accounts)
          .where(and(inArray(accounts.id, ids), inArray(accounts.id, [...(by.accounts ?? [])]))),
      );
    case 'files':
      return [...judged.files, ...(await filesOf(tx, judged.seq, ids))];
    default:
      return ids;
  }
};

const idsIn = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** The product itself sees every item that is there. */
const seenBy = (tx: Tx, { actor, known = [] }: By) => {
  const there = and(isNull(items.deletedAt), arrived(tx));
  return actor === null ? there : or(itemsSeenBy(tx, actor), and(inArray(items.id, [...known]), there));
};

/** Files that the item holds, or held: they may come back into it, and into no other. */
const filesOf = async (tx: Tx, seq: number | null, ids: string[]): Promise<string[]> =>
  seq === null
    ? []
    : idsIn(
        await tx
          .select({ id: itemFiles.fileId })
          .from(itemFiles)
          .where(and(eq(itemFiles.item, seq), inArray(itemFiles.fileId, ids))),
      );
