import { afterEach, expect, it, vi } from 'vitest';
import { newId } from './id.ts';

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

afterEach(() => {
  vi.useRealTimers();
});

it('makes ids that are UUIDs of version 7, and sort in the order in which they were made', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_000 });
  const start = Date.now();
  const ids = Array.from({ length: 10_000 }, () => newId());
  // The clock stood still, and then goes back.
  vi.setSystemTime(start - 500);
  ids.push(newId());
  expect(ids.every((id) => uuid7.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(timeOf(ids[0] ?? '')).toBe(start);
});

it('makes ids for another time', () => {
  const then = Date.UTC(2020, 1, 1);
  expect(timeOf(newId(then))).toBe(then);
  expect(newId(then)).not.toBe(newId(then));
  expect(newId(then)).toMatch(uuid7);
});
