import { asc, or } from 'drizzle-orm';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groups, lines, units, users } from '../db/schema.ts';
import { listAudit } from './list.ts';
import { deletions } from './names.ts';
import type { AuditCursor } from './shapes.ts';
import { nameIn } from './values.ts';

/** More of them than this are not looked for one by one. */
export const mostFound = 50;

/** Ids of what a typed name fits; `'too-many'` if they are more than can be looked for. */
export type Found = readonly string[] | 'too-many';

/** People whose name or email contains the text. */
export const findActors = async (db: Reader, text: string): Promise<Found> => few(await usersLike(db, searchKey(text)));

/**
 * People, groups, units and lines whose name contains the text, and people whose email does; deleted ones by the last name they
 * had. An id finds what it names.
 */
export const findObjects = async (db: Reader, text: string): Promise<Found> => {
  const key = searchKey(text);
  const named = [
    await usersLike(db, key),
    await db
      .select({ id: groups.id })
      .from(groups)
      .where(contains(groups.nameKey, key))
      .limit(mostFound + 1),
    await db
      .select({ id: units.id })
      .from(units)
      .where(contains(units.nameKey, key))
      .limit(mostFound + 1),
    await db
      .select({ id: lines.id })
      .from(lines)
      .where(contains(lines.nameKey, key))
      .limit(mostFound + 1),
    await deletedLike(db, key),
  ].flat();
  return few(uuid.test(key) ? [...named, { id: key }] : named);
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Ids = readonly { id: string }[];

const few = (found: Ids): Found => (found.length > mostFound ? 'too-many' : [...new Set(found.map(({ id }) => id))]);

const usersLike = (db: Reader, key: string): PromiseLike<Ids> =>
  db
    .select({ id: users.id })
    .from(users)
    .where(or(contains(users.nameKey, key), contains(users.emailKey, key)))
    .orderBy(asc(users.nameKey))
    .limit(mostFound + 1);

/** Their names stand in the log alone, in no column that could be searched. */
const deletedLike = async (db: Reader, key: string): Promise<Ids> => {
  const found: { id: string }[] = [];
  let after: AuditCursor | undefined;
  do {
    const page = await listAudit(db, { actions: deletions }, after, 1_000);
    for (const { objectId, before } of page.rows)
      if (searchKey(nameIn(before) ?? '').includes(key)) found.push({ id: objectId });
    after = page.after ?? undefined;
  } while (after && found.length <= mostFound);
  return found;
};
