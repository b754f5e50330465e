import type { Tx } from '../../db/doors.ts';
import { createGroup, deleteGroup } from '../../people/groups.ts';
import { joinGroup, leaveGroup } from '../../people/membership.ts';
import { setActive } from '../../people/users.ts';
import type { Chance } from '../made-up/chance.ts';
import type { Person } from './cast.ts';

/** What administrators did since the company began, and undid: it leaves nothing behind but the audit log. `at`: ms since 1970. */
export const changeDemo = async (
  tx: Tx,
  chance: Chance,
  admin: string,
  interns: string,
  [one, other]: readonly [Person, Person],
  at: number,
): Promise<void> => {
  const group = await createGroup(tx, admin, { id: chance.id(at), name: interns, at });
  await joinGroup(tx, admin, group, one.id);
  await joinGroup(tx, admin, group, other.id);
  await leaveGroup(tx, admin, group, other.id);
  await deleteGroup(tx, admin, group);
  await setActive(tx, admin, other.id, false);
  await setActive(tx, admin, other.id, true);
};
