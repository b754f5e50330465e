import { and, eq } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { groupMembers, groups, signIns, users } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { allRolesOf } from '../../lines/roles.ts';

/** What somebody who looks on may see. */
export type Rights = {
  /** The ids of the lines that the person operates. */
  readonly operates: ReadonlySet<string>;
  readonly supervises: ReadonlySet<string>;
  readonly administrator: boolean;
};

/** What a person may see now; undefined for whoever is deactivated. */
export const rightsOf = async (db: Reader, personId: string): Promise<Rights | undefined> => {
  const [user] = await activeUser(db, { user: personId });
  if (!user) return undefined;
  const roles = await allRolesOf(db, personId);
  const held = (role: string) => new Set(roles.filter((row) => row.role === role).map((row) => row.lineId));
  const administrator = (await administratorship(db, { user: personId })).length > 0;
  return { operates: held('operator'), supervises: held('supervisor'), administrator };
};

/** Whether two people, or one person then and now, may see the same. */
export const sameRights = (a: Rights, b: Rights): boolean =>
  a.administrator === b.administrator && sameSet(a.operates, b.operates) && sameSet(a.supervises, b.supervises);

/** Whether a sign-in still is open. `signIn`: the hash under which it is stored. */
export const isSignedIn = async (db: Reader, signIn: string): Promise<boolean> =>
  (await openSignIn(db, { signIn })).length > 0;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && a.isSubsetOf(b);

const activeUser = statement((db, p: Params<{ user: string }>) =>
  db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, p('user')), eq(users.active, true))),
);

const administratorship = statement((db, p: Params<{ user: string }>) =>
  db
    .select({ id: groups.id })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.system, 'administrators')))
    .where(eq(groupMembers.userId, p('user'))),
);

const openSignIn = statement((db, p: Params<{ signIn: string }>) =>
  db
    .select({ id: signIns.idHash })
    .from(signIns)
    .where(eq(signIns.idHash, p('signIn'))),
);
