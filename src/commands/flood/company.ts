import type { Db, Tx } from '../../db/doors.ts';
import { accounts } from '../../db/schema.ts';
import { groupChoices } from '../../lines/choice.ts';
import { createLine } from '../../lines/line.ts';
import { createCompany } from '../../people/company.ts';
import { createGroup } from '../../people/groups.ts';
import { joinGroup } from '../../people/membership.ts';
import { addUser } from '../../people/new-user.ts';
import { createUser } from '../../people/users.ts';
import type { Chance } from '../made-up/chance.ts';
import { type Size, staffFor } from './options.ts';
import { makeTree, placePeople } from './units.ts';

/** Everybody who takes part. The operators of a line are the ones who may handle what is written to it. */
export type Company = {
  lines: readonly { id: string; operators: readonly string[] }[];
  clients: readonly Client[];
};

export type Client = { id: string; name: string; accountId: string };

/** Who can sign in by a name that one remembers; everybody else is `person-7@flood.test` and so on. */
export const known = ['admin', 'operator', 'supervisor'] as const;

/** Sets up the company with its people, groups and lines, all with the same password. `at`: ms since 1970. */
export const foundCompany = async (
  db: Db,
  chance: Chance,
  size: Size,
  passwordHash: string,
  at: number,
): Promise<Company> => {
  const staffed = staffFor(size.people, size.lines);
  const base = await db.write((tx) => begin(tx, passwordHash, at));
  const staff = await db.write((tx) => hire(tx, base.admin, chance, staffed, passwordHash, at));
  const tree = await db.write((tx) => makeTree(tx, base.admin, chance, size.units, at));
  const lines = await db.write((tx) => openLines(tx, base, chance, size.lines, tree[0], staff, at));
  const clients: Client[] = [];
  while (staffed + clients.length < size.people) {
    const from = staffed + clients.length;
    const some = Math.min(500, size.people - from);
    clients.push(...(await db.write((tx) => join(tx, chance, from, some, passwordHash, at))));
  }
  await db.write((tx) =>
    placePeople(tx, base.admin, tree, [base.admin, ...staff, ...clients.map((client) => client.id)]),
  );
  return { lines, clients };
};

type Base = { admin: string; everyone: string };

const begin = async (tx: Tx, passwordHash: string, at: number): Promise<Base> => {
  const groups = { administrators: 'Administrators', everyone: 'Everyone' };
  const admin = { name: 'Admin', email: emailOf('admin'), passwordHash };
  const id = await createCompany(tx, { company: 'Flood', ...admin, ...groups, at });
  const everyone = (await groupChoices(tx)).find((group) => group.name === groups.everyone);
  return { admin: id, everyone: everyone?.id ?? '' };
};

/** The operator, the supervisor, and the others who work at the desk; the administrator is there already. */
const hire = async (tx: Tx, actor: string, chance: Chance, staffed: number, passwordHash: string, at: number) => {
  const ids: string[] = [];
  for (let number = 1; number < staffed; number++) {
    const role = known[number];
    const name = role ? role.charAt(0).toUpperCase() + role.slice(1) : nameOf(number);
    const user = { id: chance.id(at), name, email: emailOf(role ?? `person-${number}`), passwordHash, at };
    ids.push(await createUser(tx, actor, { ...user, groupIds: [] }));
  }
  return ids;
};

/**
 * The known operator and supervisor serve the first five lines; each line has five operators if there are that many. All may write to
 * all lines: to the last one not because they are everyone, but because the unit at the top has them all below it.
 */
const openLines = async (
  tx: Tx,
  { admin, everyone }: Base,
  chance: Chance,
  lines: number,
  top: string | undefined,
  staff: readonly string[],
  at: number,
) => {
  const [operator, supervisor, ...others] = staff;
  const opened: Company['lines'][number][] = [];
  for (let number = 0; number < lines; number++) {
    const some =
      others.length === 0 ? [] : Array.from({ length: 4 }, (_, i) => others[(number * 4 + i) % others.length]);
    const operators = [...new Set([number < 5 ? operator : undefined, ...some])].filter((id) => id !== undefined);
    const supervisors = [number < 5 ? supervisor : operators[0]].filter((id) => id !== undefined);
    const title = `Line ${number + 1}`;
    const operatorGroup = await groupOf(tx, admin, chance, `${title}: operators`, operators, at);
    const supervisorGroup = await groupOf(tx, admin, chance, `${title}: supervisors`, supervisors, at);
    const id = chance.id(at);
    const ofUnit = number === lines - 1 && top !== undefined;
    await createLine(
      tx,
      id,
      {
        ...{ name: title, description: '', avatar: null, showOperator: number % 2 === 0 },
        ...{ audienceGroups: ofUnit ? [] : [everyone], audienceUsers: [], audienceUnits: ofUnit ? [top] : [] },
        ...{ operatorGroups: [operatorGroup], supervisorGroups: [supervisorGroup], linkApp: null, createdApps: [] },
      },
      { actor: admin, at },
    );
    opened.push({ id, operators });
  }
  return opened;
};

const groupOf = async (tx: Tx, actor: string, chance: Chance, name: string, members: readonly string[], at: number) => {
  const id = await createGroup(tx, actor, { id: chance.id(at), name, at });
  for (const member of members) await joinGroup(tx, actor, id, member);
  return id;
};

/** People who write, each with the account in the built-in chat that the first message would have opened. */
const join = async (
  tx: Tx,
  chance: Chance,
  from: number,
  some: number,
  passwordHash: string,
  at: number,
): Promise<Client[]> => {
  const clients: Client[] = [];
  for (let number = from; number < from + some; number++) {
    const name = nameOf(number);
    const id = await addUser(tx, { id: chance.id(at), name, email: emailOf(`person-${number}`), passwordHash, at });
    clients.push({ id, name, accountId: chance.id(at) });
  }
  const opened = clients.map(({ id, name, accountId }) => ({
    id: accountId,
    channel: 'chat' as const,
    userId: id,
    name,
    createdAt: at,
  }));
  await tx.insert(accounts).values(opened);
  return clients;
};

const emailOf = (name: string): string => `${name}@flood.test`;

/** Numbered, since there are more people than names. */
const nameOf = (number: number): string => `${names[number % names.length] ?? ''} ${number}`;

const names = [
  'Maria',
  'Иван',
  'Olga',
  'Сергей',
  'Peter',
  'Елена',
  'Anton',
  'Ольга',
  'Nina',
  'Дмитрий',
  'Lev',
  'Татьяна',
];
