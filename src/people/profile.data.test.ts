import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, files, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { operatorsOf } from '../lines/roles.ts';
import { addGroup, addLine, addUser } from '../lines/testing.ts';
import { listUsers } from './lists.ts';
import { changeOwnPassword } from './password/own.ts';
import { hashPassword } from './password/password.ts';
import { avatarFileOf, changeProfile, profileOf, setAvatar } from './profile.ts';
import { createPatience } from './sign-in/patience.ts';
import { createSignIns } from './sign-in/sign-ins.ts';

const opened = async () => {
  const db = await testDb();
  const ada = await addUser(db, 'Ada');
  const picture = async () => {
    const file = { id: newId(), name: 'picture.jpg', type: 'image/jpeg', size: 9, hash: 'x' };
    await db.write((tx) => tx.insert(files).values({ ...file, createdAt: 1 }));
    return file.id;
  };
  return { db, ada, picture };
};

test('a person is found and sorted by a new name, whose change is told and noted', async () => {
  const { db, ada } = await opened();
  await db.write((tx) => changeProfile(tx, ada, { name: 'Ёлка', timeZone: 'Europe/Moscow', sound: true }));
  expect(await profileOf(db.read, ada)).toMatchObject({ name: 'Ёлка', timeZone: 'Europe/Moscow', sound: true });
  expect((await listUsers(db.read, { search: 'ЁЛ', after: undefined })).rows.map(({ id }) => id)).toEqual([ada]);
  expect(await db.facts.since(0, 10)).toMatchObject([{ kind: 'person', ids: { person: ada } }]);
  expect(await db.read.select().from(audit)).toMatchObject([
    { actorId: ada, action: 'user.changed', objectId: ada, before: { name: 'Ada' }, after: { name: 'Ёлка' } },
  ]);
});

test('what is left out stays as it is', async () => {
  const { db, ada } = await opened();
  await db.write((tx) => changeProfile(tx, ada, { timeZone: 'Asia/Tokyo' }));
  await db.write((tx) => changeProfile(tx, ada, { theme: 'dark' }));
  expect(await profileOf(db.read, ada)).toMatchObject({ name: 'Ada', theme: 'dark', timeZone: 'Asia/Tokyo' });
  expect(await db.read.$count(audit)).toBe(0);
});

test('a picture is at an address that names person and file, wherever the person is listed', async () => {
  const { db, ada, picture } = await opened();
  const line = await addLine(db, 'Sales', { operators: [await addGroup(db, 'Operators', [ada])] });
  const seen = async () => [
    (await profileOf(db.read, ada))?.avatar,
    (await operatorsOf(db.read, line))[0]?.avatar,
    (await listUsers(db.read, { search: 'ada', after: undefined })).rows[0]?.avatar,
  ];
  expect(await seen()).toEqual([null, null, null]);
  const file = await picture();
  await db.write((tx) => setAvatar(tx, ada, ada, file));
  const address = `/people/${ada}/avatar?v=${file}`;
  expect(await seen()).toEqual([address, address, address]);
  expect((await avatarFileOf(db.read, ada))?.id).toBe(file);
  await db.write((tx) => setAvatar(tx, ada, ada, null));
  expect(await avatarFileOf(db.read, ada)).toBeUndefined();
  const noted = await db.read.select({ before: audit.before, after: audit.after }).from(audit).orderBy(audit.id);
  expect(noted).toEqual([
    { before: { avatar: null }, after: { avatar: file } },
    { before: { avatar: file }, after: { avatar: null } },
  ]);
});

test('a picture that is there already is no change', async () => {
  const { db, ada, picture } = await opened();
  const file = await picture();
  for (let time = 0; time < 2; time++) await db.write((tx) => setAvatar(tx, ada, ada, file));
  expect(await db.read.$count(audit)).toBe(1);
});

test('of two who change one password at once, from what both knew, one is told so', async () => {
  const { db, ada } = await opened();
  const known = await hashPassword('correct horse');
  await db.write((tx) => tx.update(users).set({ passwordHash: known }).where(eq(users.id, ada)));
  const email = (await profileOf(db.read, ada))?.email ?? '';
  const open = createSignIns(db, { secure: false });
  const change = async (password: string) => {
    const signIn = (await open.find(await db.write((tx) => open.start(tx, ada))))?.signIn ?? '';
    const whose = { userId: ada, email, current: 'correct horse', signIn, address: '10.0.0.1' };
    return await changeOwnPassword(db, createPatience(), { ...whose, password });
  };
  const outcomes = await Promise.all([change('battery staple'), change('staple battery')]);
  expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'changed' }]);
});

test('without the current password nobody’s is changed, unless another one was imposed', async () => {
  const { db, ada } = await opened();
  const given = await hashPassword('given by Bea');
  await db.write((tx) => tx.update(users).set({ passwordHash: given }).where(eq(users.id, ada)));
  const whose = { userId: ada, email: '', current: null, signIn: '', address: '10.0.0.1' };
  const change = (password: string) => changeOwnPassword(db, createPatience(), { ...whose, password });
  expect(await change('battery staple')).toEqual({ refused: 'wrong' });
  await db.write((tx) => tx.update(users).set({ mustChangePassword: true }).where(eq(users.id, ada)));
  expect(await change('given by Bea')).toEqual({ refused: 'same' });
  expect(await change('battery staple')).toEqual({ done: true });
  expect(await change('staple battery')).toEqual({ refused: 'wrong' });
});
