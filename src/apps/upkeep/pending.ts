import { asc } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { upkeep } from '../../db/schema.ts';
import { statement } from '../../db/statement.ts';
import type { Field } from '../fields/field.ts';
import { type Task, taskSchema } from './task.ts';

/** What is about to take the place of what an app's fields say. Until then both are written. */
export type Pending = {
  /** Numbers under which a field's keys are being made, by the field's id. */
  rekeys: ReadonlyMap<string, readonly number[]>;
  /** Fields that get another type: what they are, by id, and will be. */
  conversions: readonly { from: string; to: Field }[];
};

/** A piece of work as it stands in the table. */
export type Job = { id: string; task: Task; done: number };

/** All that is to be done, oldest first. */
export const jobs = async (db: Reader): Promise<Job[]> => {
  const rows = await all(db);
  return rows.map(({ id, task, done }) => ({ id, done, task: taskSchema.parse(task) }));
};

/** What is under way in an app that whoever writes its items has to know. */
export const pendingOf = async (db: Reader, appId: string): Promise<Pending> => {
  const rekeys = new Map<string, number[]>();
  const conversions: { from: string; to: Field }[] = [];
  for (const { task } of await jobs(db)) {
    if (task.kind === 'rekey' && task.app === appId)
      rekeys.set(task.field, [...(rekeys.get(task.field) ?? []), task.keysN]);
    // Only `planConversion` writes it, from a field.
    if (task.kind === 'conversion' && task.app === appId) conversions.push({ from: task.field, to: task.to as Field });
  }
  return { rekeys, conversions };
};

const all = statement((db) => db.select().from(upkeep).orderBy(asc(upkeep.createdAt), asc(upkeep.id)));
