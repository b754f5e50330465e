import { expect, test } from 'vitest';
import { Crowded, createTurns } from '../sign-in/turns.ts';
import { hashPassword, noPassword, verifyPassword } from './password.ts';

test('a password fits its own hash alone, in whatever way its letters are composed', async () => {
  const hash = await hashPassword('пароль с й');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('пароль с й', hash)).toBe(true);
  expect(await verifyPassword('пароль с \u0438\u0306', hash)).toBe(true);
  expect(await verifyPassword('пароль с и', hash)).toBe(false);
  expect(await hashPassword('пароль с й')).not.toBe(hash);
});

test('nobody’s password is never right, nor that of whoever has none, and takes the same work', async () => {
  for (const password of ['', 'x', noPassword]) {
    expect(await verifyPassword(password, undefined)).toBe(false);
    expect(await verifyPassword(password, noPassword)).toBe(false);
  }
});

test('a stored hash of another form is an error, not a no', async () => {
  await expect(verifyPassword('x', 'plain')).rejects.toThrow('not in the expected form');
});

test('only so many work at once, in order, and the queue has an end', async () => {
  const turn = createTurns(2, 2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) =>
    turn(async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = ['a', 'b', 'c', 'd'].map(work);
  await expect(work('e')).rejects.toThrow(Crowded);
  expect(log).toEqual(['a', 'b']);
  ends.shift()?.();
  await all[0];
  await Promise.resolve();
  expect(log).toEqual(['a', 'b', 'c']);
  for (let i = 0; i < 3; i++) {
    ends.shift()?.();
    await all[i + 1 < 3 ? i + 1 : 2];
  }
  ends.shift()?.();
  await Promise.all(all);
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});
