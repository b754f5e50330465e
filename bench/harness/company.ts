import { join } from 'node:path';
import { bookOf, type Rows } from '../../src/commands/flood/book.ts';
import { insertRows } from '../../src/commands/flood/insert.ts';
import { type Chance, chanceFrom } from '../../src/commands/made-up/chance.ts';
import type { Deed } from '../../src/commands/made-up/deed.ts';
import type { Db } from '../../src/db/doors.ts';
import { migrationsFolder } from '../../src/db/migrations-folder.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { accounts } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { groupChoices } from '../../src/lines/choice.ts';
import { createLine } from '../../src/lines/line.ts';
import { createCompany } from '../../src/people/company.ts';
import { createGroup } from '../../src/people/groups.ts';
import { joinGroup } from '../../src/people/membership.ts';
import { addUser } from '../../src/people/new-user.ts';
import { createSignIns } from '../../src/people/sign-in/sign-ins.ts';
import { newFolder } from './folder.ts';

/** Somebody who is signed in already: `cookie` is what their browser sends. */
export type Signed = { id: string; name: string; cookie: string };

/** A company in a data folder, for as long as nobody serves it. */
export type Company = {
  folder: string;
  hire(name: string, number: number): Promise<Signed[]>;
  line(name: string, operators: readonly Signed[]): Promise<string>;
  /** Puts a session of each client on a line: owned, or unassigned for no owner. `messages` are those of people. */
  sessions(lineId: string, wanted: readonly WantedSession[]): Promise<string[]>;
  close(): Promise<void>;
};

export type WantedSession = { client: Signed; owner: Signed | null; messages: number };

/** Founds a company in a new folder. */
export const foundCompany = async (): Promise<Company> => {
  const folder = newFolder();
  const db = await openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });
  const chance = chanceFrom(1);
  const admin = await db.write((tx) => createCompany(tx, { ...first, at: Date.now() }));
  const names = await groupChoices(db.read);
  const everyone = names.find((group) => group.name === first.everyone)?.id ?? '';
  return {
    folder,
    hire: (name, number) => hire(db, name, number),
    line: (name, operators) => openLine(db, { admin, everyone }, name, operators),
    sessions: (lineId, wanted) => openSessions(db, chance, lineId, wanted),
    close: () => db.close(),
  };
};

const first = {
  company: 'Bench',
  name: 'Admin',
  email: 'admin@bench.test',
  // Nobody signs in with a password here: the cookies are there already.
  passwordHash: 'none that fits',
  administrators: 'Administrators',
  everyone: 'Everyone',
};

const hire = async (db: Db, name: string, number: number): Promise<Signed[]> => {
  const signIns = createSignIns(db, { secure: false });
  const hired: Signed[] = [];
  for (let index = 0; index < number; index++) {
    const one = await db.write(async (tx) => {
      const person = {
        name: `${name} ${index}`,
        email: `${name}-${index}@bench.test`,
        passwordHash: 'none that fits',
        at: Date.now(),
      };
      const id = await addUser(tx, person);
      const [cookie = ''] = (await signIns.start(tx, id)).split(';');
      return { id, name: person.name, cookie };
    });
    hired.push(one);
  }
  return hired;
};

const openLine = (
  db: Db,
  by: { admin: string; everyone: string },
  name: string,
  operators: readonly Signed[],
): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    const at = Date.now();
    const group = await createGroup(tx, by.admin, { name: `${name}: operators`, at });
    for (const operator of operators) await joinGroup(tx, by.admin, group, operator.id);
    const audience = { audienceGroups: [by.everyone], audienceUsers: [], audienceUnits: [] };
    const people = { ...audience, operatorGroups: [group], supervisorGroups: [] };
    await createLine(
      tx,
      id,
      { name, description: '', avatar: null, showOperator: true, ...people, linkApp: null, createdApps: [] },
      { actor: by.admin, at },
    );
    return id;
  });

const openSessions = async (
  db: Db,
  chance: Chance,
  lineId: string,
  wanted: readonly WantedSession[],
): Promise<string[]> => {
  const ids: string[] = [];
  for (let from = 0; from < wanted.length; from += 100) {
    const some = wanted.slice(from, from + 100);
    const rows = await db.write(async (tx) => {
      const books: Rows[] = [];
      for (const one of some) {
        const account = { id: newId(), channel: 'chat' as const, userId: one.client.id, name: one.client.name };
        await tx.insert(accounts).values({ ...account, createdAt: Date.now() });
        books.push(bookOf(chance, { client: one.client, lineId, deeds: deedsOf(chance, one) }, account.id));
      }
      await insertRows(tx, books);
      return books;
    });
    ids.push(...rows.map(({ sessions }) => sessions[0]?.id ?? ''));
  }
  return ids;
};

/** The client begins, the owner takes it and answers every other message; the last word is the client's. */
const deedsOf = (chance: Chance, { owner, messages }: WantedSession): Deed[] => {
  const began = Date.now() - 3_600_000;
  const deeds: Deed[] = [];
  for (let index = 0; index < messages; index++) {
    const at = began + index * 10_000 + chance.below(10_000);
    const answer = owner !== null && (messages - index) % 2 === 0 && index > 0;
    deeds.push({ at, do: answer ? 'answer' : 'write', id: chance.id(at), text: chance.pick(texts) });
    if (index === 0 && owner) deeds.push({ at, do: 'take', by: owner.id });
  }
  return deeds;
};

const texts = [
  'Good morning! Since the update my screen goes dark for a second whenever I open the calendar.',
  'Thank you, that helped.',
  'Здравствуйте! Не могу войти в почту с телефона, на компьютере всё работает.',
  'Could you tell me which version stands at the bottom of the window? It begins with a 4.',
  'Yes.',
  'I have tried it twice now, with the cable and without it, and it is the same both times. Shall I bring it to you?',
];
