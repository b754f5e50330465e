import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('a tab gets what came after its page, and no more', () => {
  const recent = new Recent();
  recent.reset(10);
  recent.add('eleven', 11);
  recent.add('fifteen', 15);
  expect(recent.since(10)?.map((frame) => frame.html)).toEqual(['eleven', 'fifteen']);
  expect(recent.since(11)?.map((frame) => frame.html)).toEqual(['fifteen']);
  expect(recent.since(20)).toEqual([]);
});

test('a tab from before the beginning has to ask the server', () => {
  const recent = new Recent();
  recent.reset(10);
  expect(recent.since(9)).toBeUndefined();
  expect(recent.since(10)).toEqual([]);
});

test('what tells of no fact, or was here before, is not kept', () => {
  const recent = new Recent();
  recent.reset(10);
  recent.add('typing', 10);
  recent.add('typing at the very start', 0);
  expect(recent.since(10)).toEqual([]);
  expect(recent.position).toBe(10);
});

test('what was forgotten is a gap, never a hole', () => {
  const recent = new Recent();
  recent.reset(0);
  for (let cursor = 1; cursor <= 300; cursor++) recent.add('x', cursor);
  expect(recent.since(99)).toBeUndefined();
  expect(recent.since(100)).toHaveLength(200);
  recent.add('y'.repeat(600_000), 301);
  expect(recent.since(300)).toBeUndefined();
  expect(recent.since(301)).toEqual([]);
});
