import { expect, test, vi } from 'vitest';
import { type Job, startJobs } from './jobs.ts';

test('a job comes again and again, never twice at once; one that fails has its next turn; stopping waits', async () => {
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const starts: string[] = [];
  let finish = () => {};
  const slow: Job = {
    name: 'slow',
    every: 100,
    work: () => {
      starts.push('slow');
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
  };
  const failing: Job = {
    name: 'failing',
    every: 100,
    work: async () => {
      starts.push('failing');
      throw new Error('no');
    },
  };
  const stop = startJobs([slow, failing], 10);
  expect(starts).toEqual([]);
  await vi.advanceTimersByTimeAsync(350);
  expect(starts).toEqual(['slow', 'failing', 'failing', 'failing', 'failing']);
  finish();
  await vi.advanceTimersByTimeAsync(100);
  expect(starts.filter((name) => name === 'slow')).toHaveLength(2);
  const order: string[] = [];
  const stopped = stop().then(() => order.push('stopped'));
  await vi.advanceTimersByTimeAsync(500);
  order.push('finished');
  finish();
  await stopped;
  expect(order).toEqual(['finished', 'stopped']);
  expect(starts.filter((name) => name === 'slow')).toHaveLength(2);
  vi.useRealTimers();
});
