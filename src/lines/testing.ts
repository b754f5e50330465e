import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { channels, groupMembers, groups, lines, unitMembers, unitPaths, units, users } from '../db/schema.ts';
import { newId } from '../id.ts';
import { addParts } from './parts.ts';

/** Adds a user (active, of the group `everyone`, without a password that would fit) and answers the id. */
export const addUser = (
  db: Db,
  name: string,
  as: { active?: boolean; administrator?: boolean; language?: 'en' | 'ru' } = {},
): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    const email = `${id}@lines.test`;
    await tx.insert(users).values({
      id,
      name,
      nameKey: searchKey(name),
      email,
      emailKey: searchKey(email),
      passwordHash: 'none that fits',
      language: as.language ?? 'en',
      theme: 'auto',
      sound: false,
      active: as.active ?? true,
      createdAt: 0,
    });
    const of = await systemGroups(tx);
    await tx.insert(groupMembers).values({ groupId: of.everyone, userId: id });
    if (as.administrator) await tx.insert(groupMembers).values({ groupId: of.administrators, userId: id });
    return id;
  });

/** Adds a group with these members and answers its id. */
export const addGroup = (db: Db, name: string, members: readonly string[] = []): Promise<string> =>
  db.write(async (tx) => {
    const id = await insertGroup(tx, name, null);
    for (const userId of members) await tx.insert(groupMembers).values({ groupId: id, userId });
    return id;
  });

/** Puts a user into a group. */
export const join = (db: Db, groupId: string, userId: string): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(groupMembers).values({ groupId, userId });
  });

/** Adds a unit below another, or at the top, with these people, and answers its id. */
export const addUnit = (
  db: Db,
  name: string,
  { below = null, people = [] }: { below?: string | null; people?: readonly string[] } = {},
): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    const parent = { parentId: below, kind: 'department' as const, headId: null };
    await tx.insert(units).values({ id, name, nameKey: searchKey(name), createdAt: 0, ...parent });
    const above = below === null ? [] : await tx.select().from(unitPaths).where(eq(unitPaths.unitId, below));
    const paths = above.map(({ ancestorId, depth }) => ({ ancestorId, unitId: id, depth: depth + 1 }));
    await tx.insert(unitPaths).values([{ ancestorId: id, unitId: id, depth: 0 }, ...paths]);
    for (const userId of people) await tx.insert(unitMembers).values({ unitId: id, userId });
    return id;
  });

/** The ids of the groups that the product itself relies on. */
export const systemGroupsOf = (db: Db): Promise<SystemGroups> => db.write(systemGroups);

/** Adds a line and answers its id. Groups, users and units are given by their ids; who is left out has no part in it. */
export const addLine = (
  db: Db,
  name: string,
  as: {
    audience?: readonly string[];
    people?: readonly string[];
    units?: readonly string[];
    operators?: readonly string[];
    supervisors?: readonly string[];
    showOperator?: boolean;
    archived?: boolean;
    linkApp?: string;
    createdApps?: readonly string[];
  } = {},
): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    await tx.insert(lines).values({
      id,
      name,
      nameKey: searchKey(name),
      description: '',
      avatarFileId: null,
      showOperator: as.showOperator ?? false,
      linkAppId: as.linkApp ?? null,
      archivedAt: as.archived ? 1 : null,
      createdAt: 0,
    });
    await addParts(tx, id, {
      audienceGroups: as.audience ?? [],
      audienceUsers: as.people ?? [],
      audienceUnits: as.units ?? [],
      operatorGroups: as.operators ?? [],
      supervisorGroups: as.supervisors ?? [],
      createdApps: as.createdApps ?? [],
    });
    return id;
  });

/** Adds a test channel, through which clients write to a line from outside, and answers its id. */
export const addChannel = (db: Db, lineId: string, name = 'Test messenger'): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    await tx.insert(channels).values({ id, lineId, kind: 'test', name, createdAt: 0 });
    return id;
  });

/**
 * The company of the demo: an administrator, the operators Anna and Boris, Vera who supervises only, Gleb who does both, and
 * Pavel who writes. "IT support" is open to everyone and shows its operators; "Customers" has no audience and hides them.
 */
export const makeCompany = async (db: Db) => {
  const admin = await addUser(db, 'Admin', { administrator: true });
  const anna = await addUser(db, 'Anna');
  const boris = await addUser(db, 'Boris');
  const vera = await addUser(db, 'Vera');
  const gleb = await addUser(db, 'Gleb');
  const pavel = await addUser(db, 'Pavel');
  const { everyone, administrators } = await systemGroupsOf(db);
  const operators = await addGroup(db, 'Operators', [anna, boris, gleb]);
  const supervisors = await addGroup(db, 'Supervisors', [vera, gleb]);
  const roles = { operators: [operators], supervisors: [supervisors] };
  const support = await addLine(db, 'IT support', { ...roles, audience: [everyone], showOperator: true });
  const customers = await addLine(db, 'Customers', roles);
  return {
    admin,
    anna,
    boris,
    vera,
    gleb,
    pavel,
    groups: { everyone, administrators, operators, supervisors },
    lines: { support, customers },
  };
};

/** What `makeCompany` answers: ids by name. */
export type Company = Awaited<ReturnType<typeof makeCompany>>;

type SystemGroups = { everyone: string; administrators: string };

const systemGroups = async (tx: Tx): Promise<SystemGroups> => ({
  everyone: await systemGroup(tx, 'everyone', 'Everyone'),
  administrators: await systemGroup(tx, 'administrators', 'Administrators'),
});

const systemGroup = async (tx: Tx, system: 'everyone' | 'administrators', name: string): Promise<string> => {
  const [found] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.system, system));
  return found?.id ?? insertGroup(tx, name, system);
};

const insertGroup = async (tx: Tx, name: string, system: 'everyone' | 'administrators' | null): Promise<string> => {
  const id = newId();
  await tx.insert(groups).values({ id, name, nameKey: searchKey(name), system, createdAt: 0 });
  return id;
};
