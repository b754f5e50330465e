import type { Tx } from '../../db/doors.ts';
import { upkeep } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import type { Task } from './task.ts';

/** What can have got another name. */
export type Renamed =
  | { kind: 'user' | 'item' | 'account'; id: string }
  /** A field's choice. */
  | { kind: 'choice'; field: string; id: string };

/** Plans that whoever names it is found by the new name, and called by it. */
export const planRelabel = (tx: Tx, renamed: Renamed): Promise<void> =>
  plan(tx, {
    kind: 'relabel',
    what: renamed.kind,
    ids: [renamed.id],
    ...(renamed.kind === 'choice' ? { field: renamed.field } : {}),
    place: 0,
    after: 0,
  });

const plan = async (tx: Tx, task: Task): Promise<void> => {
  await tx.insert(upkeep).values({ id: newId(), task, done: 0, createdAt: Date.now() });
};
