import type { Tx } from '../../db/doors.ts';
import { wordsFor } from '../../i18n/index.ts';
import { groupChoices } from '../../lines/choice.ts';
import { createLine } from '../../lines/line.ts';
import { createCompany } from '../../people/company.ts';
import { createGroup } from '../../people/groups.ts';
import { createUser } from '../../people/users.ts';
import { type Chance, chanceFrom } from '../made-up/chance.ts';
import { changeDemo } from './changes.ts';
import { organiseDemo } from './org.ts';
import { namesIn, textsFor } from './texts.ts';

export type Person = { id: string; name: string };

/** Everybody of the demo who works for the company. */
export type Colleagues = {
  anna: Person;
  boris: Person;
  gleb: Person;
  vera: Person;
  pavel: Person;
  employees: readonly Person[];
};

/** Everybody who takes part in the demo, and the lines they write to. */
export type Cast = Colleagues & {
  support: string;
  customers: string;
  /** The administrator's id. */
  administrator: string;
  /** Ids: whose members administer, operate and supervise. */
  groups: { administrators: string; operators: string; supervisors: string };
};

/** Creates the company with its people, groups and lines. `at`: ms since 1970. */
export const castDemo = async (
  tx: Tx,
  chance: Chance,
  language: 'en' | 'ru',
  passwordHash: string,
  at: number,
): Promise<Cast> => {
  const texts = textsFor(language);
  const { administrators, everyone } = wordsFor(language).signIn.setUp;
  const first = {
    company: texts.company,
    name: texts.admin,
    email: emailOf('admin'),
    passwordHash,
    administrators,
    everyone,
    at,
  };
  const admin = await createCompany(tx, first);
  const known = await groupChoices(tx);
  const all = known.find((group) => group.name === everyone);
  const administering = known.find((group) => group.name === administrators)?.id ?? '';

  const group = (name: string): Promise<string> => createGroup(tx, admin, { id: chance.id(at), name, at });
  const operators = await group(texts.groups.operators);
  const supervisors = await group(texts.groups.supervisors);
  const person = async (name: string, login: string, groupIds: readonly string[] = []): Promise<Person> => {
    const user = { id: chance.id(at), name, email: emailOf(login), passwordHash, at, groupIds };
    return { id: await createUser(tx, admin, user), name };
  };
  const anna = await person('Anna', 'anna', [operators]);
  const boris = await person('Boris', 'boris', [operators]);
  const vera = await person('Vera', 'vera', [supervisors]);
  const gleb = await person('Gleb', 'gleb', [operators, supervisors]);
  const pavel = await person('Pavel', 'pavel');
  const employees: Person[] = [];
  for (const [index, name] of namesIn(texts.employees).entries())
    employees.push(await person(name, `employee-${index + 1}`));
  const administrator = { id: admin, name: texts.admin };
  await organiseDemo(tx, texts.units, { admin: administrator, anna, boris, gleb, vera, pavel, employees }, at);

  const line = async (
    words: { name: string; description: string },
    audienceGroups: string[],
    showOperator: boolean,
  ) => {
    const id = chance.id(at);
    const roles = { operatorGroups: [operators], supervisorGroups: [supervisors] };
    const audience = { audienceGroups, audienceUsers: [], audienceUnits: [] };
    const settings = { ...words, avatar: null, showOperator, ...audience, ...roles, linkApp: null, createdApps: [] };
    await createLine(tx, id, settings, { actor: admin, at });
    return id;
  };
  const support = await line(texts.support, all ? [all.id] : [], true);
  const customers = await line(texts.customers, [], false);
  const [intern, another] = employees.slice(-2);
  if (intern && another) await changeDemo(tx, chanceFrom(2), admin, texts.groups.interns, [intern, another], at);
  return {
    anna,
    boris,
    vera,
    gleb,
    pavel,
    employees,
    support,
    customers,
    administrator: admin,
    groups: { administrators: administering, operators, supervisors },
  };
};

const emailOf = (login: string): string => `${login}@demo.test`;
