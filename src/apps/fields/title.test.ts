import { expect, test } from 'vitest';
import type { App } from '../app.ts';
import { fieldOf, names } from './any.testing.ts';
import { numberOf, titleOf } from './title.ts';
import type { Doc } from './value.ts';

const [text, money, user] = [fieldOf('text'), fieldOf('money'), fieldOf('user')];

const title = (titlePattern: string, doc: Doc = {}, more: Partial<App> = {}) =>
  titleOf(
    {
      ...{
        id: 'app',
        name: 'Clients',
        icon: 'notebook',
        titlePattern,
        numberPrefix: 'C-',
        numberDigits: 4,
        lastNumber: 0,
      },
      ...{ archivedAt: null, version: 1, fields: [text, money, user], ...more },
    },
    12,
    doc,
    names,
  );

test('a title is what the pattern says', () => {
  const doc = { [text.n]: 'Anna', [money.n]: 123450, [user.n]: 'id' };
  expect(title(`No. {number} · {f:${text.id}}`, doc)).toBe('No. C-0012 · Anna');
  expect(title(`{f:${text.id}} ({f:${money.id}})`, doc)).toBe('Anna (1234.50 RUB)');
  expect(title(`{f:${user.id}}`, doc)).toBe(names.nameOf(user, 'id').name);
  expect(title('{number}', doc, { numberPrefix: '', numberDigits: 1 })).toBe('12');
});

test('what is empty leaves no dots, dashes and brackets behind', () => {
  expect(title(`No. {number} · {f:${text.id}}`)).toBe('No. C-0012');
  expect(title(`{f:${text.id}} · {number}`)).toBe('C-0012');
  expect(title(`{number} – {f:${text.id}} – {f:${money.id}}`, { [money.n]: 5 })).toBe('C-0012 – 0.05 RUB');
  expect(title(`{number} ({f:${text.id}})`)).toBe('C-0012');
  expect(title(`{number}, {f:gone}`)).toBe('C-0012');
});

test('a title is never empty, never long, and what it is made of is never read as a pattern', () => {
  expect(title('')).toBe('C-0012');
  expect(title(`{f:${text.id}}`)).toBe('C-0012');
  expect(title(`{f:${text.id}}`, { [text.n]: '{number} {f:x} $& \\1' })).toBe('{number} {f:x} $& \\1');
  const long = title(`{f:${text.id}}`, { [text.n]: '👍'.repeat(400) });
  expect([long.length <= 200, long.isWellFormed(), long.endsWith('…')]).toEqual([true, true, true]);
  expect(title('{f:__proto__} {f:constructor} {x}')).toBe('{x}');
});

test('a number that outgrows its zeros is written whole', () => {
  expect([1, 9999, 123456].map((n) => numberOf({ numberPrefix: 'C-', numberDigits: 4 }, n))).toEqual([
    'C-0001',
    'C-9999',
    'C-123456',
  ]);
});
