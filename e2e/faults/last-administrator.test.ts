import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { groupMembers, groups, lines, users } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { type Name, password } from '../support/company.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { holdForm } from '../support/held.ts';
import { type Answer, askAs, type Fields } from '../support/person.ts';

afterAll(closeDoors);

/** Begins to take the administration from somebody; what is answered sends the rest. */
type Way = (doors: Doors, by: Name, whom: Name) => Promise<() => Promise<Answer>>;

const held = ({ origin, company }: Doors, by: Name, path: string, fields: Fields) =>
  holdForm(origin, company.people[by], path, fields);

/** All ways to take the administration from somebody. */
const ways: Record<string, Way> = {
  demote: (doors, by, whom) => {
    const { id, name, email } = doors.company.people[whom];
    return held(doors, by, `/admin/users/${id}`, { name, email, groups: [] });
  },
  remove: async (doors, by, whom) => {
    const user = doors.company.people[whom].id;
    return await held(doors, by, `/admin/groups/${await administratorsIn(doors)}/members`, { user, member: 'no' });
  },
  deactivate: (doors, by, whom) =>
    held(doors, by, `/admin/users/${doors.company.people[whom].id}/activation`, { active: 'no' }),
};

const pairs = Object.keys(ways).flatMap((one) => Object.keys(ways).map((other) => [one, other] as const));

test.each(pairs)(
  'of two administrators who %s and %s each other at the same instant one remains',
  async (one, other) => {
    for (const turned of [false, true]) {
      const doors = await openDoors();
      await administer(doors, 'vera');
      const both = [await ways[one]?.(doors, 'ada', 'vera'), await ways[other]?.(doors, 'vera', 'ada')];
      const answers = await Promise.all((turned ? both.reverse() : both).map((send) => send?.()));
      expect(answers.filter((answer) => isDone(answer))).toHaveLength(1);
      await expectOneWhoAdministers(doors);
      await doors.close();
    }
  },
);

test.each(Object.keys(ways))('of two administrators who %s themselves at the same instant one remains', async (way) => {
  const doors = await openDoors();
  await administer(doors, 'vera');
  const both = [await ways[way]?.(doors, 'ada', 'ada'), await ways[way]?.(doors, 'vera', 'vera')];
  const answers = await Promise.all(both.map((send) => send?.()));
  expect(answers.filter((answer) => isDone(answer))).toHaveLength(1);
  const refused = answers.find((answer) => answer && !isDone(answer));
  expect(refused?.status).toBe(422);
  expect(refused?.html).toMatch(/administrator/i);
  await expectOneWhoAdministers(doors);
});

test('somebody who was invited and has not come is no administrator who remains', async () => {
  const doors = await openDoors();
  await administer(doors, 'vera');
  const { vera } = doors.company.people;
  await doors.db.write((tx) => tx.update(users).set({ passwordHash: '' }).where(eq(users.id, vera.id)));
  for (const way of Object.values(ways)) expect((await (await way(doors, 'ada', 'ada'))()).status).toBe(422);
  expect(await administratorIds(doors)).toContain(doors.company.people.ada.id);
});

test('a group is deleted or a new line relies on it, never both; whoever is refused reads why', async () => {
  for (let round = 0; round < 6; round++) {
    const doors = await openDoors();
    const group = newId();
    await doors.as('ada').post('/admin/groups', { id: group, name: 'Temporary' });
    const remove = () => doors.as('ada').post(`/admin/groups/${group}/deletion`);
    const field = round % 3 === 0 ? 'audienceGroups' : 'operatorGroups';
    const rely = () => doors.as('ada').send('/lines', { id: newId(), name: 'Relies on it', [field]: [group] });
    const [removed, added] = round % 2 ? await Promise.all([remove(), rely()]) : await turned(remove, rely);
    expect([removed.status, added.status].sort()).toEqual([303, 422]);
    const left = await doors.db.read.$count(groups, eq(groups.id, group));
    const relying = await doors.db.read.$count(lines, eq(lines.name, 'Relies on it'));
    expect([left, relying]).toEqual(removed.status === 303 ? [0, 0] : [1, 1]);
    if (removed.status === 422) expect(removed.html).toContain('Relies on it');
    else expect(added.html).toContain('Relies on it'); // what was typed
    await doors.close();
  }
});

/** A refusal to somebody who is out already is none: where it leads to the sign-in nothing was done. */
const isDone = (answer: Answer | undefined): boolean =>
  answer?.status === 303 && !(answer.headers.get('location') ?? '').startsWith('/sign-in');

async function administer(doors: Doors, who: Name): Promise<void> {
  const user = doors.company.people[who].id;
  const joined = await doors
    .as('ada')
    .post(`/admin/groups/${await administratorsIn(doors)}/members`, { user, member: 'yes' });
  expect(joined.status).toBe(303);
}

/** One, who is let in by the sign-in page and by the pages of administrators. */
async function expectOneWhoAdministers(doors: Doors): Promise<void> {
  const [id, ...others] = await administratorIds(doors);
  expect(others).toEqual([]);
  const left = Object.values(doors.company.people).find((person) => person.id === id);
  const signIn = await doors.as(null).post('/sign-in', { email: left?.email ?? '', password });
  expect(signIn.status).toBe(303);
  const name = left?.cookie.name ?? '';
  const given = signIn.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
  const value = given.slice(name.length + 1).split(';')[0] ?? '';
  const fresh = askAs(doors.origin, { cookie: { name, value } });
  expect((await fresh.get('/admin/users')).status).toBe(200);
}

async function administratorIds(doors: Doors): Promise<string[]> {
  const found = await doors.db.read
    .select({ id: users.id })
    .from(groupMembers)
    .innerJoin(users, and(eq(users.id, groupMembers.userId), eq(users.active, true)))
    .where(eq(groupMembers.groupId, await administratorsIn(doors)));
  return found.map(({ id }) => id);
}

async function administratorsIn(doors: Doors): Promise<string> {
  const [group] = await doors.db.read.select({ id: groups.id }).from(groups).where(eq(groups.system, 'administrators'));
  return group?.id ?? '';
}

/** Both at once, the second one first. */
async function turned<A, B>(one: () => Promise<A>, two: () => Promise<B>): Promise<[A, B]> {
  const second = two();
  return [await one(), await second];
}
