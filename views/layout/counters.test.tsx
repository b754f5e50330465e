import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { ru } from '../../src/i18n/ru/index.ts';
import { LinesCount, TakeNext } from './counters.tsx';

test('a section is heard with what waits there, and alone when nothing does', () => {
  expect(String(<LinesCount count={3} words={en} />)).toContain('>Lines, 3<');
  expect(String(<LinesCount count={0} words={en} />)).toContain('>Lines<');
  expect(String(<LinesCount count={0} words={en} />)).not.toContain('badge');
});

test('the blue button says how many wait, and is gone at zero', () => {
  expect(String(<TakeNext queue={5} words={en} />)).toContain('aria-label="Take next session, 5 waiting"');
  expect(String(<TakeNext queue={1} words={ru} />)).toContain('aria-label="Взять следующую сессию, 1 ждёт"');
  expect(String(<TakeNext queue={2} words={ru} />)).toContain('aria-label="Взять следующую сессию, 2 ждут"');
  for (const queue of [0, null])
    expect(String(<TakeNext queue={queue} words={en} />)).toBe('<div id="take-next"></div>');
});
