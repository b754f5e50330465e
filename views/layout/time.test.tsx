import { expect, test } from 'vitest';
import { wordsFor } from '../../src/i18n/index.ts';
import type { Words } from '../../src/i18n/words.ts';
import { EntryArticle } from '../conversation/entry.tsx';
import { sameDay, Time } from './time.tsx';

const evening = Date.UTC(2026, 10, 22, 21, 30);
const midnight = Date.UTC(2026, 10, 23, 0, 10);

const shown = (words: Words): string => String(<Time at={evening} kind="moment" words={words} />);

test('a moment is told in the zone that was chosen, else in UTC; for scripts it is the same moment', () => {
  expect(shown(wordsFor('en'))).toContain('>22 Nov, 21:30<');
  expect(shown(wordsFor('en', 'Europe/Moscow'))).toContain('>23 Nov, 00:30<');
  expect(shown(wordsFor('ru', 'America/New_York'))).toContain('>22 нояб., 16:30<');
  for (const zone of [null, 'Europe/Moscow'])
    expect(shown(wordsFor('en', zone))).toContain('datetime="2026-11-22T21:30:00.000Z"');
});

test('a zone that is not known here is none: a page is shown all the same', () => {
  expect(shown(wordsFor('en', 'Mars/Olympus'))).toContain('>22 Nov, 21:30<');
});

test('a day ends where whoever looks is', () => {
  expect(sameDay(evening, midnight, wordsFor('en'))).toBe(false);
  expect(sameDay(evening, midnight, wordsFor('en', 'Europe/Moscow'))).toBe(true);
  expect(sameDay(evening - 3_600_000, midnight, wordsFor('en', 'Europe/Moscow'))).toBe(false);
});

test('what was rendered for one zone is not shown in another', () => {
  const said = {
    kind: 'said',
    side: 'ours',
    author: { key: 'a', name: 'Anna', avatar: null },
    text: '',
    files: [],
  } as const;
  const entry = { id: 'zoned', conversationId: 'c', seq: 1, at: evening, ...said };
  const told = (zone: string | null) => String(<EntryArticle entry={entry} words={wordsFor('en', zone)} />);
  expect(told('Europe/Moscow')).toContain('>00:30<');
  expect(told(null)).toContain('>21:30<');
  expect(told('Asia/Tokyo')).toContain('>06:30<');
});
