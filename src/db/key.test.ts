import { expect, it } from 'vitest';
import { searchKey } from './key.ts';

it.each([
  ['  Иван\t Иванов ', 'иван иванов'],
  ['ЁЖИК', 'ежик'],
  ['е\u0308жик', 'ежик'],
  ['Ａｃｍｅ\u00a0Ｌｔｄ', 'acme ltd'],
  ['ﬁne', 'fine'],
  ['two\nlines', 'two lines'],
  ['', ''],
])('%j is searched as %j', (text, key) => {
  expect(searchKey(text)).toBe(key);
});

it('leaves a key as it is', () => {
  expect(searchKey(searchKey('  Ёлка  И  ЗВЁЗДЫ '))).toBe(searchKey('  Ёлка  И  ЗВЁЗДЫ '));
});
