import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { files, itemImports, users } from '../../db/schema.ts';
import { keepFiles } from '../../files/rows.ts';
import type { StoredFile } from '../../files/store.ts';
import { newId } from '../../id.ts';
import {
  type ImportPhase,
  type ImportPlan,
  type ImportProgress,
  type ItemImport,
  importPlan,
  importProgress,
  noProgress,
} from './shape.ts';

/** Keeps a file that somebody gave, and what was guessed of it, until they say where its columns go. Answers the import's id. */
export const startImport = async (
  tx: Tx,
  { appId, actor, file, plan, at }: { appId: string; actor: string; file: StoredFile; plan: ImportPlan; at: number },
): Promise<string> => {
  const id = newId();
  await keepFiles(tx, [file], at);
  await tx.insert(itemImports).values({
    ...{ id, appId, actorId: actor, state: 'mapping', name: file.name, fileId: file.id, plan, progress: noProgress },
    ...{ seqFrom: null, seqTo: null, createdAt: at, updatedAt: at },
  });
  return id;
};

/** An import that this person started; undefined for anybody else's. */
export const importOf = async (
  db: Reader,
  actor: string,
  appId: string,
  id: string,
): Promise<ItemImport | undefined> => {
  const own = and(eq(itemImports.id, id), eq(itemImports.appId, appId), eq(itemImports.actorId, actor));
  const [row] = await db.select().from(itemImports).where(own);
  return row && toImport(row);
};

/** An import, whosever it is. */
export const importById = async (db: Reader, id: string): Promise<ItemImport | undefined> => {
  const [row] = await db.select().from(itemImports).where(eq(itemImports.id, id));
  return row && toImport(row);
};

/** What is told of an import in a list. */
export type ImportLine = Pick<ItemImport, 'id' | 'state' | 'name' | 'actorId' | 'progress' | 'createdAt'> & {
  actor: string;
};

/** The last imports of an app, newest first, with the names of those who started them. */
export const lastImports = async (db: Reader, appId: string, most: number): Promise<ImportLine[]> => {
  const { id, state, name, actorId, progress, createdAt } = itemImports;
  const rows = await db
    .select({ id, state, name, actorId, progress, createdAt, actor: users.name })
    .from(itemImports)
    .innerJoin(users, eq(users.id, itemImports.actorId))
    .where(eq(itemImports.appId, appId))
    .orderBy(desc(itemImports.createdAt), desc(itemImports.id))
    .limit(most);
  return rows.map((row) => ({ ...row, progress: importProgress.parse(row.progress) }));
};

/** Ids of all imports that are in one of these phases, oldest first. */
export const importsIn = async (db: Reader, phases: readonly ImportPhase[]): Promise<string[]> => {
  const rows = await db
    .select({ id: itemImports.id })
    .from(itemImports)
    .where(inArray(itemImports.state, [...phases]))
    .orderBy(itemImports.createdAt);
  return rows.map(({ id }) => id);
};

/** What changes of an import. */
type Change = {
  state?: ImportPhase;
  plan?: ImportPlan;
  progress?: ImportProgress;
  seqFrom?: number | null;
  seqTo?: number | null;
  fileId?: null;
};

/** Changes an import if it is in one of these phases, and says whether it was: of two who move it at once one does. */
export const moveImport = async (
  tx: Tx,
  id: string,
  from: readonly ImportPhase[],
  change: Change,
  at: number,
): Promise<boolean> => {
  const moved = await tx
    .update(itemImports)
    .set({ ...change, updatedAt: at })
    .where(and(eq(itemImports.id, id), inArray(itemImports.state, [...from])))
    .returning({ id: itemImports.id });
  return moved.length > 0;
};

/** Imports with a file that nobody has gone on with since `before`, or that are over. */
export const abandonedImports = async (db: Reader, before: number): Promise<string[]> => {
  const waiting = inArray(itemImports.state, ['mapping', 'read', 'failed', 'cancelled', 'done']);
  const rows = await db
    .select({ id: itemImports.id })
    .from(itemImports)
    .innerJoin(files, eq(files.id, itemImports.fileId))
    .where(and(waiting, lt(itemImports.updatedAt, before)));
  return rows.map(({ id }) => id);
};

const toImport = (row: typeof itemImports.$inferSelect): ItemImport => ({
  ...row,
  plan: importPlan.parse(row.plan),
  progress: importProgress.parse(row.progress),
});
