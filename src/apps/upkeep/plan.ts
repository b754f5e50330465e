import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { fields, items } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { lockAnyApp } from '../items/definition.ts';
import { takeNumbers } from '../numbers.ts';
import { toField } from '../read.ts';
import { addJob, hasKeys, type Job, jobs, removeJob, setDone } from './jobs.ts';

/** What can have got another name. */
export type Renamed =
  | { kind: 'user' | 'item' | 'account'; id: string }
  /** A field's choice. */
  | { kind: 'choice'; field: string; id: string };

/** What a field is to become. What is left out stays. */
export type Becomes = Pick<Field, 'kind' | 'options'> & Partial<Pick<Field, 'initial' | 'sole'>>;

/** Something that is under way in an app. `fresh`: the field cannot be sorted or filtered by until it is done. */
export type Underway = { fieldId: string | null; what: 'rekey' | 'conversion' | 'purge' | 'titles'; fresh: boolean };

/** Plans that all items of a field's app get keys for it, as the field is now: it is new, came back, or is sorted otherwise. */
export const planRekey = async (tx: Tx, fieldId: string): Promise<void> => {
  const field = await fieldById(tx, fieldId);
  if (!field || !(await hasItems(tx, field.appId))) return;
  await lockAnyApp(tx, field.appId); // who writes an item meanwhile must know of it
  await dropRekeys(tx, fieldId);
  const fresh = !(await hasKeys(tx, field.keysN));
  const keysN = await takeNumbers(tx, 'field');
  await addJob(tx, { kind: 'rekey', app: field.appId, field: fieldId, keysN, fresh });
};

/**
 * Plans that a field gets another type, with all that items hold in it. Until everything is there nobody sees anything of it, and every
 * edit writes both. As it was, the field stays beside it as a removed one. Should a value come up that the new type cannot hold, the whole
 * is called off.
 *
 * @throws where this field is about to get another type already
 */
export const planConversion = async (
  tx: Tx,
  { field, to, by }: { field: Field; to: Becomes; by: string | null },
): Promise<void> => {
  await lockAnyApp(tx, field.appId);
  const underway = await jobs(tx);
  if (underway.some(({ task }) => task.kind === 'conversion' && task.field === field.id))
    throw new Error('The type of this field is being changed already.');
  const n = await takeNumbers(tx, 'field', 2);
  await addJob(tx, {
    ...{ kind: 'conversion', app: field.appId, field: field.id, by },
    to: { ...field, ...to, n, keysN: n + 1 },
  });
};

/** Plans that whoever names it is found by the new name, and called by it. */
export const planRelabel = async (tx: Tx, renamed: Renamed): Promise<void> => {
  const of = renamed.kind === 'choice' ? { field: renamed.field } : {};
  await planRelabels(tx, renamed.kind, [renamed.id], of);
};

/** The same for several of a kind at once. */
export const planRelabels = async (
  tx: Tx,
  what: Renamed['kind'],
  ids: readonly string[],
  of: { field?: string } = {},
): Promise<void> => {
  const waiting = (await jobs(tx)).flatMap(({ task, done }) =>
    task.kind === 'relabel' && isUnbegun(task, done) && task.what === what && task.field === of.field ? task.ids : [],
  );
  const left = ids.filter((id) => !waiting.includes(id));
  if (left.length > 0) await addJob(tx, { kind: 'relabel', what, ids: left, ...of, place: 0, n: 0 });
};

/** Plans that the titles and words of all items of an app are made anew: its pattern changed, or which fields it has. */
export const planRetitle = async (tx: Tx, appId: string): Promise<void> => {
  if (!(await hasItems(tx, appId))) return;
  const underway = (await jobs(tx)).find(({ task }) => task.kind === 'titles' && task.app === appId);
  await (underway ? setDone(tx, underway, 0) : addJob(tx, { kind: 'titles', app: appId }));
};

/** What is under way in an app. */
export const pendingIn = async (db: Reader, appId: string): Promise<readonly Underway[]> =>
  (await jobs(db)).flatMap(({ task }): Underway[] => {
    if (!('app' in task) || task.app !== appId || task.kind === 'undo') return [];
    if (task.kind === 'titles') return [{ fieldId: null, what: task.kind, fresh: false }];
    return [{ fieldId: task.field, what: task.kind, fresh: task.kind === 'rekey' && task.fresh }];
  });

const isUnbegun = ({ place, n }: { place: number; n: number }, done: number): boolean =>
  place === 0 && n === 0 && done === 0;

/** What is being made of a field as it was a moment ago serves nobody. */
const dropRekeys = async (tx: Tx, fieldId: string): Promise<void> => {
  const old = (await jobs(tx)).filter(({ task }: Job) => task.kind === 'rekey' && task.field === fieldId);
  for (const job of old) {
    await removeJob(tx, job);
    if (job.task.kind === 'rekey') await addJob(tx, { kind: 'drop-keys', keysN: job.task.keysN });
  }
};

const fieldById = async (tx: Tx, id: string): Promise<Field | undefined> => {
  const [row] = await tx.select().from(fields).where(eq(fields.id, id));
  return row && toField(row);
};

const hasItems = async (tx: Tx, appId: string): Promise<boolean> => {
  const [one] = await tx.select({ seq: items.seq }).from(items).where(eq(items.appId, appId)).limit(1);
  return one !== undefined;
};
