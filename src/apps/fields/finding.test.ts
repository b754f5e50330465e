import { expect, test } from 'vitest';
import { fieldOf } from './any.testing.ts';
import { wantedIn, wantsFind } from './finding.ts';

const [owner, clients, text] = [fieldOf('user'), fieldOf('references'), fieldOf('text')];
const looksIn = (typed: Record<string, string | string[]>) =>
  wantsFind([text, owner, clients], typed).map(({ field: { kind }, text: what }) => `${kind}: ${what}`);

test('"Find" looks in its own picker, whatever stands in the others', () => {
  expect(looksIn({ press: `find.${owner.id}`, [`q.${owner.id}`]: ' an ', [`q.${clients.id}`]: 'x' })).toEqual([
    'user: an',
  ]);
  expect(looksIn({ press: `find.${text.id}` })).toEqual([]);
});

test('Enter looks where a search is open, and saves where all of them are done', () => {
  const open = { press: 'enter', [`q.${owner.id}`]: 'an' };
  expect(looksIn(open)).toEqual(['user: an']);
  expect(looksIn({ ...open, [`found.${owner.id}`]: 'an' })).toEqual(['user: an']);
  expect(looksIn({ ...open, [`found.${owner.id}`]: 'an', [`f.${owner.id}`]: 'id' })).toEqual([]);
  expect(looksIn({ ...open, [`found.${owner.id}`]: 'a', [`f.${owner.id}`]: 'id' })).toEqual(['user: an']);
  expect(looksIn({ press: 'enter' })).toEqual([]);
});

test('Save saves, whatever stands in a search', () => {
  expect(looksIn({ press: 'save', [`q.${owner.id}`]: 'an' })).toEqual([]);
  expect(looksIn({ [`q.${owner.id}`]: 'an' })).toEqual([]);
});

test('what scripts ask is read in either way, each id once', () => {
  expect(wantedIn(clients, { q: ' a\uD800'.repeat(200), [`f.${clients.id}`]: ['x', '', 'x', 'y'] })).toMatchObject({
    chosen: ['x', 'y'],
  });
  // One of the databases takes no such character, not even to look for.
  expect(wantedIn(owner, { q: ' an\u0000na ' }).text).toBe('anna');
  const { text: asked } = wantedIn(clients, { q: 'a\uD83D\uDE00'.repeat(200) });
  expect([asked.length <= 200, asked.isWellFormed()]).toEqual([true, true]);
});
