import { inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { groups, units } from '../../db/schema.ts';
import { NotDone } from '../refusal.ts';
import { addNewcomers } from './newcomers.ts';
import { changeImport, holdImport } from './pending.ts';
import { type Complaint, mostBadRows, type Newcomer, type Waiting } from './shape.ts';
import { emailKey, takenEmails } from './taken.ts';

/**
 * Adds the people of a file that was read: all of them or nobody. Confirmed twice, they are added once.
 * @param at ms since 1970, UTC
 * @throws NotDone 'missing' for a file that waits no more; a taken email, and a group or unit that is gone, by their keys
 */
export const confirmImport = async (tx: Tx, actor: string, id: string, at: number): Promise<void> => {
  const held = await holdImport(tx, actor, id, at);
  if (!held) throw new NotDone('missing');
  if (held.state === 'done') return;
  const people = await addNewcomers(tx, actor, id, held.newcomers, at);
  await changeImport(tx, id, { state: 'done', people });
};

/** Looks again at a file that could not be taken as it was shown: whose email, group or unit stands in the way by now. */
export const lookAgain = async (db: Reader, { newcomers, ...before }: Waiting): Promise<Waiting> => {
  const standing = await whatStands(db, newcomers);
  const complaints = newcomers.map((one) => [one, complaintsOf(one, standing)] as const);
  const bad = complaints.flatMap(([one, wrong]) =>
    wrong.length === 0 ? [] : [{ line: one.line, text: `${one.name} | ${one.email}`, complaints: wrong }],
  );
  return {
    ...before,
    newcomers: complaints.flatMap(([one, wrong]) => (wrong.length === 0 ? [one] : [])),
    bad: [...bad, ...before.bad].slice(0, mostBadRows),
    badCount: before.badCount + bad.length,
  };
};

type Standing = { taken: ReadonlySet<string>; groups: ReadonlySet<string>; units: ReadonlySet<string> };

const whatStands = async (db: Reader, newcomers: readonly Newcomer[]): Promise<Standing> => ({
  taken: await takenEmails(
    db,
    newcomers.map((one) => one.email),
  ),
  groups: await idsAmong(db, groups, new Set(newcomers.flatMap((one) => one.groups))),
  units: await idsAmong(db, units, new Set(newcomers.flatMap((one) => one.units))),
});

const idsAmong = async (
  db: Reader,
  table: typeof groups | typeof units,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const found = await db
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...wanted]));
  return new Set(found.map(({ id }) => id));
};

const complaintsOf = (one: Newcomer, { taken, groups, units }: Standing): Complaint[] => [
  ...(taken.has(emailKey(one.email)) ? [{ problem: 'email-taken' as const, about: one.email }] : []),
  ...(one.groups.every((id) => groups.has(id)) ? [] : [{ problem: 'group-gone' as const, about: '' }]),
  ...(one.units.every((id) => units.has(id)) ? [] : [{ problem: 'unit-gone' as const, about: '' }]),
];
