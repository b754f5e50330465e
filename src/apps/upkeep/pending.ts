import type { Reader } from '../../db/doors.ts';
import type { Field } from '../fields/field.ts';
import { jobs } from './jobs.ts';

/** What is about to take the place of what an app's fields say. Until then both are written. */
export type Pending = {
  /** Numbers under which a field's keys are being made, by the field's id. */
  rekeys: ReadonlyMap<string, readonly number[]>;
  /** Fields that get another type: what they are, by id, and will be. */
  conversions: readonly { from: string; to: Field }[];
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
