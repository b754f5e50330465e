import { expect, test } from 'vitest';
import type { Db } from './doors.ts';
import { factStream } from './facts.stream.ts';
import type { Fact } from './facts.ts';

const fact = (seq: number): Fact => ({ seq, at: 0, kind: 'person', ids: { person: `${seq}` } });

test('facts of others that cannot be read are an error of nobody who wrote, and come with the next ones, without a hole', () => {
  const errors: unknown[] = [];
  const rows = [1, 2, 3, 4].map(fact);
  let broken = true;
  const between = (after: number, upTo: number) => {
    if (broken) throw new Error('The disk is full.');
    return rows.filter(({ seq }) => seq > after && seq <= upTo);
  };
  const nowhere = {} as Pick<Db, 'read' | 'write'>; // nothing here reads or trims
  const stream = factStream(nowhere, 1, (error) => errors.push(error), between);
  const told: number[] = [];
  stream.subscribe((facts) => told.push(...facts.map(({ seq }) => seq)));

  stream.publish([fact(3)]);
  expect(errors).toHaveLength(1);
  expect([told, stream.cursor()]).toEqual([[], 1]);
  broken = false;
  stream.publish([fact(4)]);
  expect([told, stream.cursor()]).toEqual([[2, 3, 4], 4]);
});
