import { and, eq, inArray } from 'drizzle-orm';
import { appsSeenBy, appsSeenByAll } from '../../apps/rights.ts';
import type { Reader } from '../../db/doors.ts';
import { groupMembers, groups, signIns, users } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { rolesOfAll, writableByAll } from '../../lines/of-all.ts';
import { allRolesOf, linesWritableBy } from '../../lines/roles.ts';

/** What somebody who looks on may see. */
export type Rights = {
  /** The ids of the lines that the person operates. */
  readonly operates: ReadonlySet<string>;
  readonly supervises: ReadonlySet<string>;
  readonly administrator: boolean;
  /** The ids of the apps whose items the person sees. */
  readonly apps: ReadonlySet<string>;
};

/** What a person may see now; undefined for whoever is deactivated. */
export const rightsOf = async (db: Reader, personId: string): Promise<Rights | undefined> => {
  const [user] = await activeUser(db, { user: personId });
  if (!user) return undefined;
  const administrator = (await administratorship(db, { user: personId })).length > 0;
  return rightsFrom(await allRolesOf(db, personId), administrator, await seenApps(db, { user: personId }));
};

/** The same for very many people at once; whoever is deactivated is left out. */
export const rightsOfAll = async (db: Reader, people: readonly string[]): Promise<ReadonlyMap<string, Rights>> => {
  const found = new Map<string, Rights>();
  for (const some of portions(people)) {
    const active = await db
      .select({ id: users.id })
      .from(users)
      .where(and(inArray(users.id, some), eq(users.active, true)));
    const held = Map.groupBy(await rolesOfAll(db, some), (row) => row.userId);
    const administrators = await db
      .select({ id: groupMembers.userId })
      .from(groupMembers)
      .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.system, 'administrators')))
      .where(inArray(groupMembers.userId, some));
    const administer = new Set(administrators.map((row) => row.id));
    const apps = Map.groupBy(await appsSeenByAll(db, some), (row) => row.userId);
    for (const { id } of active) found.set(id, rightsFrom(held.get(id) ?? [], administer.has(id), apps.get(id) ?? []));
  }
  return found;
};

/** The ids of the lines to which a person may write now. */
export const writableBy = async (db: Reader, personId: string): Promise<ReadonlySet<string>> =>
  new Set((await writableLines(db, { user: personId })).map((line) => line.id));

/** The same for very many people at once. */
export const writableByMany = async (
  db: Reader,
  people: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const found = new Map<string, ReadonlySet<string>>();
  for (const some of portions(people)) {
    for (const [person, lines] of await writableByAll(db, some)) found.set(person, lines);
  }
  return found;
};

/** Whether two people, or one person then and now, may see the same. */
export const sameRights = (a: Rights, b: Rights): boolean =>
  a.administrator === b.administrator &&
  sameSet(a.operates, b.operates) &&
  sameSet(a.supervises, b.supervises) &&
  sameSet(a.apps, b.apps);

/** Whether a sign-in still is open. `signIn`: the hash under which it is stored. */
export const isSignedIn = async (db: Reader, signIn: string): Promise<boolean> =>
  (await openSignIn(db, { signIn })).length > 0;

const rightsFrom = (
  roles: readonly { lineId: string; role: 'operator' | 'supervisor' }[],
  administrator: boolean,
  apps: readonly { id: string }[],
): Rights => {
  const held = (role: string) => new Set(roles.filter((row) => row.role === role).map((row) => row.lineId));
  const seen = new Set(apps.map((app) => app.id));
  return { operates: held('operator'), supervises: held('supervisor'), administrator, apps: seen };
};

/** So many people are asked for in one query. */
const portion = 500;

function* portions(people: readonly string[]): Generator<string[]> {
  for (let from = 0; from < people.length; from += portion) yield people.slice(from, from + portion);
}

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

const seenApps = statement((db, p: Params<{ user: string }>) => appsSeenBy(db, p('user')));

const writableLines = statement((db, p: Params<{ user: string }>) => linesWritableBy(db, p('user')));

const openSignIn = statement((db, p: Params<{ signIn: string }>) =>
  db
    .select({ id: signIns.idHash })
    .from(signIns)
    .where(eq(signIns.idHash, p('signIn'))),
);
