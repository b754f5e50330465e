import { expect, test } from 'vitest';
import { createCodePatience } from './patience.ts';

const day = 86_400_000;

test('guessing codes is hopeless: a few dozen a week, from however many browsers', () => {
  let now = 0;
  const patience = createCodePatience(() => now);
  let tried = 0;
  while (now < 7 * day) {
    const who = { account: 'ada', mark: `made-up.${tried}` };
    const wait = patience.secondsToWait(who);
    if (wait > 0) now += wait * 1000;
    else {
      patience.failed(who);
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(20);
  expect(tried).toBeLessThan(60);
});

test('whoever gave a right code in this browser is not slowed down by a guesser elsewhere', () => {
  const patience = createCodePatience(() => 0);
  const mark = patience.succeeded({ account: 'ada' });
  for (let i = 0; i < 30; i++) patience.failed({ account: 'ada' });
  expect(patience.secondsToWait({ account: 'ada' })).toBeGreaterThan(3_600);
  expect(patience.secondsToWait({ account: 'ada', mark })).toBe(0);
  expect(patience.secondsToWait({ account: 'boris', mark })).toBe(0);
  for (let i = 0; i < 30; i++) patience.failed({ account: 'ada', mark });
  expect(patience.secondsToWait({ account: 'ada', mark })).toBeGreaterThan(3_600);
});

test('a guesser is told of no clock any more, and a right code takes all of it back', () => {
  const patience = createCodePatience(() => 0);
  expect(patience.hints({ account: 'ada' })).toBe(true);
  for (let i = 0; i < 10; i++) patience.failed({ account: 'ada' });
  expect(patience.hints({ account: 'ada' })).toBe(false);
  patience.succeeded({ account: 'ada' });
  expect(patience.hints({ account: 'ada' })).toBe(true);
  expect(patience.secondsToWait({ account: 'ada' })).toBe(0);
});
