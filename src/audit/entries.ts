import type { Reader } from '../db/doors.ts';
import { type NameOf, namesOf, wantNothing } from './names.ts';
import type { AuditLine, NamedKind, StoredEntry } from './shapes.ts';
import { fieldsOf, inOrder, readValue, want } from './values.ts';

/**
 * Puts names in the place of ids: of the actors, the objects, and at most `names` in each value. One look into each table serves
 * all entries.
 */
export const withNames = async (db: Reader, rows: readonly StoredEntry[], names: number): Promise<AuditLine[]> => {
  const wanted = wantNothing();
  for (const { actorId, action, objectId, before, after } of rows) {
    if (actorId !== null) wanted.user.add(actorId);
    const kind = kindOfObject(action);
    if (kind) wanted[kind].add(objectId);
    for (const stored of [before, after])
      for (const [field, value] of Object.entries(fieldsOf(stored))) want(wanted, field, value, names);
  }
  const nameOf = await namesOf(db, wanted);
  return rows.map((row) => lineOf(row, nameOf, names));
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
    changes: fields.map((field) => ({
      field,
      before: readValue(field, before[field], nameOf, names),
      after: readValue(field, after[field], nameOf, names),
    })),
  };
};

const kindOfObject = (action: string): NamedKind | undefined => {
  const kind = action.slice(0, action.indexOf('.'));
  return kind === 'user' || kind === 'group' || kind === 'unit' || kind === 'line' ? kind : undefined;
};
