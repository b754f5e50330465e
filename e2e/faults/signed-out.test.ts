import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signIns } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText } from '../support/begun.ts';
import { writtenIn } from '../support/books.ts';
import { password } from '../support/company.ts';
import { composed, hiddenFields } from '../support/composer.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { askAs, htmx } from '../support/person.ts';

afterAll(closeDoors);

const text = 'Half a page, "quoted" & <marked>,\nin two lines 🖨';

const writers = [
  ['the client', 'pavel', chatOf, ({ company }: Doors) => `/messages/${company.lines.shows}`],
  [
    'the operator',
    'anna',
    (_: Doors, session: string) => `/sessions/${session}/messages`,
    (_: Doors, session: string) => `/sessions/${session}?in=waiting`,
  ],
] as const;

test.each(writers)('%s: what was being typed when the sign-in ran out survives it', async (_, who, pathOf, pageOf) => {
  const doors = await openDoors();
  const session = await begun(doors);
  const somebody = doors.company.people[who];
  const page = pageOf(doors, session);
  await expire(doors, somebody.id);

  // A file goes along, as the composer's form has room for one: it cannot be kept, and the page says so.
  const form = { id: newId(), text };
  const slip = new File(['slip'], 'slip.txt');
  const referer = { referer: `${doors.origin}${page}` };
  const asked = await doors.as(who).send(pathOf(doors, session), form, [slip], referer);
  expect(asked.status).toBe(401);
  expect(asked.html).toContain('You were signed out meanwhile.');
  expect(asked.html).toContain('What you wrote is kept');
  expect(asked.html).toContain('Attached files are not kept');
  expect(doors.storedFiles()).toEqual([]);

  const nobody = doors.as(null);
  const wrong = await nobody.post('/sign-in', { ...hiddenFields(asked), email: somebody.email, password: 'wrong' });
  expect(wrong.status).toBe(422);
  const right = await nobody.post('/sign-in', { ...hiddenFields(wrong), email: somebody.email, password });
  expect(right.status).toBe(303);
  expect(right.headers.get('location')).toBe(page);

  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(right.headers.get('set-cookie') ?? '') ?? [];
  const again = askAs(doors.origin, { cookie: { name, value } });
  const shown = await again.get(page);
  expect(composed(shown)).toBe(text);
  expect((await again.send(pathOf(doors, session), { ...form, text: composed(shown) ?? '' })).status).toBe(303);
  expect((await writtenIn(doors.db)).map((message) => message.text)).toEqual([firstText, text]);
  expect(composed(await again.get(page))).toBe('');
});

test.each(writers)(
  "%s: the page's script hears of it, keeps the page, and sends the same message afterwards",
  async (_, who, pathOf) => {
    const doors = await openDoors();
    const session = await begun(doors);
    await expire(doors, doors.company.people[who].id);
    const form = { id: newId(), text };
    const refused = await doors.as(who).send(pathOf(doors, session), form, [], htmx);
    expect(refused.status).toBe(401);
    expect(refused.html).toBe('You were signed out meanwhile.');
    expect(refused.headers.get('hx-redirect')).toBeNull();
    expect(await writtenIn(doors.db)).toHaveLength(1);
  },
);

test('a draft that is saved without a sign-in survives it, too; an empty one leaves nothing', async () => {
  const doors = await openDoors();
  const { pavel } = doors.company.people;
  await expire(doors, pavel.id);
  const draft = `/messages/${doors.company.lines.shows}/draft`;
  const asked = await doors.as('pavel').send(draft, { id: newId(), text });
  expect(asked.status).toBe(401);
  const fields = hiddenFields(asked);
  expect(fields['text']?.replaceAll('\r\n', '\n')).toBe(text);
  expect(hiddenFields(await doors.as('pavel').send(draft, { id: newId(), text: '' }))['text']).toBeFalsy();
});

test('every other form says that one has to sign in, and nothing of it is done', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  await expire(doors, doors.company.people.anna.id);
  for (const path of ['closure', 'return', 'assignment', 'read'].map((action) => `/sessions/${session}/${action}`)) {
    const asked = await doors.as('anna').post(path, { seen: '99', operator: newId(), owner: '', seq: '99' });
    expect(asked.status, path).toBe(401);
    expect(asked.html).toContain('You were signed out meanwhile.');
    expect((await doors.as('anna').post(path, {}, htmx)).status).toBe(401);
  }
  expect((await doors.as('vera').get(`/sessions/${session}`)).html).toContain('name="seen"');
});

/** The sign-in of somebody's browser runs out. */
async function expire({ db }: Doors, userId: string): Promise<void> {
  await db.write((tx) => tx.update(signIns).set({ expiresAt: 1 }).where(eq(signIns.userId, userId)));
}
