import type { Reader } from '../db/doors.ts';
import { type NameOf, namedKinds, namesOf, wantNothing } from './names.ts';
import type { AuditLine, NamedKind, StoredEntry } from './shapes.ts';
import { fieldsOf, inOrder, readValue, want } from './values.ts';

/**
 * Puts names in the place of ids: of the actors, the objects, and at most `names` in each value; where a list changed, of those
 * who came and went, unless `whole` lists are wanted. One look into each table serves all entries.
 */
export const withNames = async (
  db: Reader,
  stored: readonly StoredEntry[],
  names: number,
  lists: 'changed' | 'whole' = 'changed',
): Promise<AuditLine[]> => {
  const rows = lists === 'whole' ? stored : stored.map(withoutWhatStayed);
  const wanted = wantNothing();
  for (const { actorId, action, objectId, before, after } of rows) {
    if (actorId !== null) wanted.user.add(actorId);
    const kind = kindOfObject(action);
    if (kind) wanted[kind].add(objectId);
    for (const values of [before, after])
      for (const [field, value] of Object.entries(fieldsOf(values))) want(wanted, field, value, names);
  }
  const nameOf = await namesOf(db, wanted);
  return rows.map((row) => lineOf(row, nameOf, names));
};

/** Without what is the same before and after; of lists only what came and went: among hundreds nobody would find it. */
const withoutWhatStayed = (row: StoredEntry): StoredEntry => {
  const [before, after] = [fieldsOf(row.before), fieldsOf(row.after)];
  for (const [field, was] of Object.entries(before)) {
    const is = after[field];
    const [went, came] = Array.isArray(was) && Array.isArray(is) ? [without(was, is), without(is, was)] : [was, is];
    const same = went === came;
    Object.assign(before, { [field]: same ? null : went });
    Object.assign(after, { [field]: same ? null : came });
  }
  return { ...row, before, after };
};

const without = (some: readonly unknown[], others: readonly unknown[]): unknown[] => {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
};

const lineOf = (
  { id, at, actorId, action, objectId, ...row }: StoredEntry,
  nameOf: NameOf,
  names: number,
): AuditLine => {
  const [before, after] = [fieldsOf(row.before), fieldsOf(row.after)];
  const fields = inOrder([...Object.keys(before), ...Object.keys(after)]);
  const kind = kindOfObject(action);
  return {
    id,
    at,
    actor: actorId === null ? null : nameOf('user', actorId),
    action,
    objectId,
    object: kind ? nameOf(kind, objectId) : null,
    changes: fields
      .map((field) => ({
        field,
        before: readValue(field, before[field], nameOf, names),
        after: readValue(field, after[field], nameOf, names),
      }))
      .filter((change) => !(change.before.kind === 'nothing' && change.after.kind === 'nothing')),
  };
};

const kindOfObject = (action: string): NamedKind | undefined => {
  const kind = action.slice(0, action.indexOf('.'));
  if (kind === 'items') return 'app';
  return kind === 'file' ? undefined : namedKinds.find((named) => named === kind);
};
