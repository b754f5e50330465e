import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { peopleImports } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { importLives } from '../expired.ts';
import { type ImportState, importState, type Waiting } from './shape.ts';

/** Keeps a file that was read until somebody confirms it or a day has passed; answers its id. `at`: ms since 1970, UTC. */
export const keepImport = async (tx: Tx, actor: string, waiting: Waiting, at: number): Promise<string> => {
  const id = newId();
  await tx.insert(peopleImports).values({ id, actorId: actor, rows: waiting, createdAt: at });
  return id;
};

/** What became of a file that this person gave; undefined for anybody else's, and after a day. `at`: ms since 1970, UTC. */
export const importOf = async (db: Reader, actor: string, id: string, at: number): Promise<ImportState | undefined> => {
  const [found] = await db
    .select({ rows: peopleImports.rows })
    .from(peopleImports)
    .where(ownImport(actor, id, at));
  return found && importState.parse(found.rows);
};

/**
 * The same, which nobody else confirms before this unit of work is over: of two confirmations at once the second finds what the
 * first has done.
 */
export const holdImport = async (tx: Tx, actor: string, id: string, at: number): Promise<ImportState | undefined> => {
  const [held] = await tx
    .update(peopleImports)
    .set({ actorId: actor })
    .where(ownImport(actor, id, at))
    .returning({ rows: peopleImports.rows });
  return held && importState.parse(held.rows);
};

/** Says anew what became of a file. */
export const changeImport = async (tx: Tx, id: string, state: ImportState): Promise<void> => {
  await tx.update(peopleImports).set({ rows: state }).where(eq(peopleImports.id, id));
};

const ownImport = (actor: string, id: string, at: number) =>
  and(eq(peopleImports.id, id), eq(peopleImports.actorId, actor), gt(peopleImports.createdAt, at - importLives));
