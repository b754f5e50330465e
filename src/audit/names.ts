import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { accounts, apps, audit, fields, files, groups, items, lines, units, users } from '../db/schema.ts';
import type { Named, NamedKind } from './shapes.ts';
import { nameIn } from './values.ts';

/** The ids that are to be named, by what they are ids of. */
export type Wanted = Record<NamedKind, Set<string>>;

/** Nothing to be named yet. */
export const wantNothing = (): Wanted => ({
  user: new Set(),
  group: new Set(),
  unit: new Set(),
  line: new Set(),
  file: new Set(),
  app: new Set(),
  field: new Set(),
  item: new Set(),
  account: new Set(),
});

/** Says what something is called. */
export type NameOf = (kind: NamedKind, id: string) => Named;

/** Looks all names up at once, those of deleted things in the log itself. */
export const namesOf = async (db: Reader, wanted: Wanted): Promise<NameOf> => {
  const known = new Map<string, string>();
  for (const kind of namedKinds)
    for (const ids of batches([...wanted[kind]]))
      for (const { id, name } of await lookUp[kind](db, ids)) known.set(kind + id, name);
  const last = new Map<string, string>();
  const missing = namedKinds.flatMap((kind) => [...wanted[kind]].filter((id) => !known.has(kind + id)));
  for (const ids of batches(missing))
    for (const { id, name } of await lastNames(db, ids)) if (!last.has(id)) last.set(id, name);
  return (kind, id) => {
    const name = known.get(kind + id);
    return { kind, id, name: name ?? last.get(id) ?? id, gone: name === undefined };
  };
};

/** What an id stands for, whatever it is the id of. */
export const nameOfAny = async (db: Reader, id: string): Promise<Named> => {
  const wanted = wantNothing();
  for (const kind of namedKinds) wanted[kind].add(id);
  const nameOf = await namesOf(db, wanted);
  const found = namedKinds.map((kind) => nameOf(kind, id));
  return found.find(({ gone }) => !gone) ?? nameOf('group', id);
};

/** Everything that has a name of its own. */
export const namedKinds = ['user', 'group', 'unit', 'line', 'file', 'app', 'field', 'item', 'account'] as const;

type LookUp = (db: Reader, ids: string[]) => PromiseLike<{ id: string; name: string }[]>;

const lookUp: Record<NamedKind, LookUp> = {
  user: (db, ids) => db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)),
  group: (db, ids) => db.select({ id: groups.id, name: groups.name }).from(groups).where(inArray(groups.id, ids)),
  unit: (db, ids) => db.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, ids)),
  line: (db, ids) => db.select({ id: lines.id, name: lines.name }).from(lines).where(inArray(lines.id, ids)),
  file: (db, ids) => db.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, ids)),
  app: (db, ids) => db.select({ id: apps.id, name: apps.name }).from(apps).where(inArray(apps.id, ids)),
  field: (db, ids) => db.select({ id: fields.id, name: fields.name }).from(fields).where(inArray(fields.id, ids)),
  // Its title is content, which not every reader of the log may see.
  item: (db, ids) =>
    db
      .select({ id: items.id, name: sql<string>`${apps.name} || ' ' || ${items.number}` })
      .from(items)
      .innerJoin(apps, eq(apps.id, items.appId))
      .where(inArray(items.id, ids)),
  account: (db, ids) =>
    db.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, ids)),
};

const lastNames = async (db: Reader, ids: string[]): Promise<{ id: string; name: string }[]> => {
  const rows = await db
    .select({ id: audit.objectId, before: audit.before })
    .from(audit)
    .where(and(inArray(audit.objectId, ids), inArray(audit.action, [...deletions])))
    .orderBy(desc(audit.at), desc(audit.id));
  return rows.flatMap(({ id, before }) => {
    const name = nameIn(before);
    return name === undefined ? [] : [{ id, name }];
  });
};

/** After these nothing but the log knows the name. */
export const deletions = ['group.deleted', 'unit.deleted'] as const;

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / batch) }, (_, place) => ids.slice(place * batch, (place + 1) * batch));

/** Few enough for the number of parameters that a statement may have. */
const batch = 500;
