import { setImmediate } from 'node:timers/promises';
import { and, asc, gt, inArray, isNotNull, lt, notExists, notInArray, sql } from 'drizzle-orm';
import type { Db, Reader } from '../db/doors.ts';
import { files, itemFiles, itemImports, lines, messageFiles, users } from '../db/schema.ts';
import type { FileStore } from './store.ts';

/**
 * Clears away what nobody refers to: rows of files that no message, no item, no import, no line and no person has any more, and stored
 * files that never got a row. Nothing younger than `before` (ms since 1970) is touched: it may belong to a form that is still being handled.
 * Returns how many stored files were deleted.
 */
export const sweepFiles = async (db: Db, store: FileStore, before: number): Promise<number> => {
  await forgetUnused(db, store, before);
  let swept = 0;
  for await (const old of store.olderThan(before)) {
    const rows = await db.read
      .select({ id: files.id })
      .from(files)
      .where(inArray(files.id, [...old]));
    const known = new Set(rows.map(({ id }) => id));
    const unknown = old.filter((id) => !known.has(id));
    await store.remove(unknown);
    swept += unknown.length;
  }
  return swept;
};

/** Rows looked at in one go: few enough that nobody waits for it. */
const batch = 500;

const forgetUnused = async (db: Db, store: FileStore, before: number): Promise<void> => {
  let after = '';
  for (;;) {
    const page = and(lt(files.createdAt, before), gt(files.id, after));
    const rows = await db.read.select({ id: files.id }).from(files).where(page).orderBy(asc(files.id)).limit(batch);
    const ids = rows.map(({ id }) => id);
    if ((await unused(db.read, ids)).length > 0) await forget(db, store, ids);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    await setImmediate();
  }
};

/** The bytes of a row that goes now stay for another day: a backup that has begun may still list it. */
const forget = async (db: Db, store: FileStore, ids: readonly string[]): Promise<void> => {
  const gone = await db.write(async (tx) => {
    const found = await unused(tx, ids);
    await tx.delete(files).where(inArray(files.id, found));
    return found;
  });
  for (const id of gone) await store.touch(id);
};

const unused = async (reader: Reader, ids: readonly string[]): Promise<string[]> => {
  const inMessage = reader.select({ one: sql`1` }).from(messageFiles).where(sql`${messageFiles.fileId} = ${files.id}`);
  const onLine = reader.select({ one: sql`1` }).from(lines).where(sql`${lines.avatarFileId} = ${files.id}`);
  const inItem = reader.select({ one: sql`1` }).from(itemFiles).where(sql`${itemFiles.fileId} = ${files.id}`);
  const imported = reader.select({ id: itemImports.fileId }).from(itemImports).where(isNotNull(itemImports.fileId));
  // A list rather than a question for each file: people have no index by their pictures.
  const faces = reader.select({ id: users.avatarFileId }).from(users).where(isNotNull(users.avatarFileId));
  const rows = await reader
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        ...[inArray(files.id, [...ids]), notExists(inMessage), notExists(inItem), notExists(onLine)],
        ...[notInArray(files.id, faces), notInArray(files.id, imported)],
      ),
    );
  return rows.map(({ id }) => id);
};
