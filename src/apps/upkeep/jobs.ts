import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { itemKeys, upkeep } from '../../db/schema.ts';
import { statement } from '../../db/statement.ts';
import { newId } from '../../id.ts';
import { type Task, type TaskOf, taskSchema } from './task.ts';

/** A piece of work as it stands in the table: `done` is the number of the last item that is done, `at` when it was put into the queue. */
export type Job = { id: string; task: Task; done: number; at: number };

/** One of a certain kind. */
export type JobOf<Kind extends Task['kind']> = Job & { task: TaskOf<Kind> };

/** Whether it is of this kind. */
export const isOf = <Kind extends Task['kind']>(job: Job, kind: Kind): job is JobOf<Kind> => job.task.kind === kind;

/** All that is to be done, oldest first. */
export const jobs = async (db: Reader): Promise<Job[]> => {
  const rows = await all(db);
  return rows.map(({ id, task, done, createdAt }) => ({ id, done, at: createdAt, task: taskSchema.parse(task) }));
};

/** Adds a piece of work at the end. */
export const addJob = async (tx: Tx, task: Task): Promise<void> => {
  await tx.insert(upkeep).values({ id: newId(), task, done: 0, createdAt: Date.now() });
};

/** It is done, or serves nobody any more. */
export const removeJob = async (tx: Tx, { id }: Pick<Job, 'id'>): Promise<void> => {
  await tx.delete(upkeep).where(eq(upkeep.id, id));
};

/** How far it is: the number of the last item, and what the task itself says of it. */
export const setDone = async (tx: Tx, { id, task }: Pick<Job, 'id' | 'task'>, done: number): Promise<void> => {
  await tx.update(upkeep).set({ done, task }).where(eq(upkeep.id, id));
};

/** Puts it at the end of the queue. */
export const putLast = async (tx: Tx, { id }: Pick<Job, 'id'>): Promise<void> => {
  await tx.update(upkeep).set({ createdAt: Date.now() }).where(eq(upkeep.id, id));
};

/** Whether any item has keys under this number. */
export const hasKeys = async (db: Reader, keysN: number): Promise<boolean> => {
  const [one] = await db.select({ item: itemKeys.item }).from(itemKeys).where(eq(itemKeys.field, keysN)).limit(1);
  return one !== undefined;
};

const all = statement((db) => db.select().from(upkeep).orderBy(asc(upkeep.createdAt), asc(upkeep.id)));
