import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import type { AuditEntry } from '../../db/facts.ts';
import { insertMany } from '../../db/insert-many.ts';
import { groupMembers, groups, unitMembers, users } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { userRow } from '../new-user.ts';
import { noPassword } from '../password/password.ts';
import { NotDone } from '../refusal.ts';
import type { Newcomer } from './shape.ts';

/**
 * Adds many people at once, all of them invited, into their groups and units; answers their ids.
 * @param importId what they came by
 * @param at ms since 1970, UTC
 * @throws for a taken email, and a group or unit that is gone, by their keys, see `orRefusal`
 */
export const addNewcomers = async (
  tx: Tx,
  actor: string,
  importId: string,
  newcomers: readonly Newcomer[],
  at: number,
): Promise<string[]> => {
  const [everyone] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.system, 'everyone'));
  if (!everyone) throw new NotDone('missing');
  const people = newcomers.map((one) => ({ ...one, id: newId() }));
  await insertUsers(
    tx,
    people.map(({ id, name, email }) => userRow(id, { name, email, passwordHash: noPassword, at })),
  );
  await insertMembers(
    tx,
    people.flatMap(({ id, groups }) =>
      [...new Set([everyone.id, ...groups])].map((groupId) => ({ groupId, userId: id })),
    ),
  );
  await insertPlaces(
    tx,
    people.flatMap(({ id, units }) => [...new Set(units)].map((unitId) => ({ unitId, userId: id }))),
  );
  const entry = { actor, action: 'people.imported' as const, object: importId, after: { people: people.length } };
  await tx.recordAll({ kind: 'rights', ids: {} }, [entry, ...people.flatMap((one) => entriesOf(actor, one))]);
  return people.map(({ id }) => id);
};

/** As if each had been invited by hand: so a group's and a unit's own history tells of them, too. */
const entriesOf = (actor: string, { id, name, email, groups, units }: Newcomer & { id: string }): AuditEntry[] => [
  { actor, action: 'user.invited', object: id, after: { name, email } },
  ...[...new Set(groups)].map((object) => ({ actor, action: 'group.joined' as const, object, after: { member: id } })),
  ...[...new Set(units)].map((object) => ({ actor, action: 'unit.joined' as const, object, after: { member: id } })),
];

const insertUsers = insertMany<ReturnType<typeof userRow>>(
  [
    'id',
    'name',
    'nameKey',
    'email',
    'emailKey',
    'passwordHash',
    'mustChangePassword',
    'theme',
    'sound',
    'active',
    'createdAt',
  ],
  (tx, rows) => tx.insert(users).values(rows),
);

const insertMembers = insertMany<{ groupId: string; userId: string }>(['groupId', 'userId'], (tx, rows) =>
  tx.insert(groupMembers).values(rows),
);

const insertPlaces = insertMany<{ unitId: string; userId: string }>(['unitId', 'userId'], (tx, rows) =>
  tx.insert(unitMembers).values(rows),
);
