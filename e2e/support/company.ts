import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../src/db/doors.ts';
import { migrationsFolder } from '../../src/db/migrations-folder.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { groups } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { createLine } from '../../src/lines/line.ts';
import { createCompany } from '../../src/people/company.ts';
import { createGroup } from '../../src/people/groups.ts';
import { hashPassword } from '../../src/people/password/password.ts';
import { createSignIns } from '../../src/people/sign-in/sign-ins.ts';
import { createUser } from '../../src/people/users.ts';

/** Somebody of the company, and the cookie of a browser in which they are signed in. */
export type Somebody = { readonly id: string; readonly name: string; readonly email: string; readonly cookie: Cookie };

type Cookie = { readonly name: string; readonly value: string };

/** Who plays in the journeys: Ada administers, Anna and Boris answer, Vera supervises, Pavel and Olga write. */
export type Name = 'ada' | 'anna' | 'boris' | 'vera' | 'pavel' | 'olga';

/** What everybody signs in with. */
export const password = 'correct horse battery';

/** "IT support" shows its operators, "Personnel" does not. Everybody may write to both. */
export const lineNames = { shows: 'IT support', hides: 'Personnel' } as const;

export type Company = {
  /** A data folder with it, to be copied. */
  readonly folder: string;
  readonly people: Readonly<Record<Name, Somebody>>;
  /** Ids of the lines. */
  readonly lines: Readonly<Record<keyof typeof lineNames, string>>;
};

/** Makes the company, by what the forms call, in a data folder of its own. */
export const makeCompany = async (): Promise<Company> => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-company-'));
  const db = await openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });
  try {
    return { folder, ...(await fill(db)) };
  } finally {
    await db.close();
  }
};

const fill = async (db: Db): Promise<Omit<Company, 'folder'>> => {
  const passwordHash = await hashPassword(password);
  const at = Date.now();
  const names = { administrators: 'Administrators', everyone: 'Everyone' };
  const ada = { name: 'Ada Byron', email: emailOf('ada') };
  const admin = await db.write((tx) => createCompany(tx, { company: 'Harbour', ...ada, ...names, passwordHash, at }));
  const operators = await db.write((tx) => createGroup(tx, admin, { name: 'Operators', at }));
  const supervisors = await db.write((tx) => createGroup(tx, admin, { name: 'Supervisors', at }));

  const add = async (who: Name, name: string, groupIds: string[] = []) => {
    const user = { name, email: emailOf(who), passwordHash, at, groupIds };
    return somebody(db, who, name, await db.write((tx) => createUser(tx, admin, user)));
  };
  const people = {
    ada: await somebody(db, 'ada', ada.name, admin),
    anna: await add('anna', 'Anna Orlova', [operators]),
    boris: await add('boris', 'Boris Lebedev', [operators]),
    vera: await add('vera', 'Vera Sokolova', [supervisors]),
    pavel: await add('pavel', 'Pavel Smirnov'),
    olga: await add('olga', 'Olga Kuznetsova'),
  };

  const everyone = await everyoneIn(db);
  const addLine = async (name: string, showOperator: boolean): Promise<string> => {
    const id = newId();
    const roles = { operatorGroups: [operators], supervisorGroups: [supervisors] };
    const audience = { audienceGroups: [everyone], audienceUsers: [], audienceUnits: [] };
    const apps = { linkApp: null, createdApps: [] };
    const shown = { name, description: `All about ${name}`, avatar: null, showOperator };
    const settings = { ...shown, ...roles, ...audience, ...apps };
    await db.write((tx) => createLine(tx, id, settings, { actor: admin, at }));
    return id;
  };
  return {
    people,
    lines: { shows: await addLine(lineNames.shows, true), hides: await addLine(lineNames.hides, false) },
  };
};

const emailOf = (who: Name): string => `${who}@harbour.test`;

const somebody = async (db: Db, who: Name, name: string, id: string): Promise<Somebody> => {
  const setCookie = await db.write((tx) => createSignIns(db, { secure: false }).start(tx, id));
  const [, cookieName = '', value = ''] = /^([^=]+)=([^;]+)/.exec(setCookie) ?? [];
  return { id, name, email: emailOf(who), cookie: { name: cookieName, value } };
};

const everyoneIn = async (db: Db): Promise<string> => {
  const found = await db.read.select().from(groups);
  return found.find((group) => group.system === 'everyone')?.id ?? '';
};
