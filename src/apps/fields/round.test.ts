import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless, plain } from '../../csv/harmless.ts';
import { searchKey } from '../../db/key.ts';
import { anyAt, docOf, everyKind, fieldOf, held, names } from './any.testing.ts';
import { cellOf, type Find, lookupsOf, readCell } from './cell.ts';
import type { Field } from './field.ts';
import { keysOf } from './keys.ts';
import { fieldKinds } from './kinds.ts';
import { judgeDoc } from './schema.ts';
import { readTyped, typedOf } from './typed.ts';
import type { Value } from './value.ts';

const runs = { numRuns: 1_000 };

test('values of every kind are tried', () => {
  const seen = new Set(fc.sample(held(), 500).map(({ field }) => field.kind));
  expect([...fieldKinds].filter((kind) => !seen.has(kind))).toEqual([]);
});

test('what was stored is stored again as it is', () => {
  fc.assert(
    fc.property(held(), ({ field, values: [value] }) => {
      const doc = docOf(field, value ?? '');
      expect(judgeDoc([field], doc, doc)).toEqual({ ok: true, doc });
      expect(JSON.parse(JSON.stringify(doc))).toEqual(doc);
    }),
    runs,
  );
});

test('a form that is sent as it was shown changes nothing, in any language and zone', () => {
  fc.assert(
    fc.property(held(), anyAt, ({ field, values: [value] }, at) => {
      const doc = docOf(field, value ?? '');
      const typed = typedOf([field], doc, at);
      expect(readTyped([field], typed, at)).toEqual({ doc, problems: {} });
    }),
    runs,
  );
});

test('a cell of a file is read as what it was written from, whatever the language of who reads it', () => {
  fc.assert(
    fc.property(held(), anyAt, ({ field, values: [value] }, at) => {
      const cell = cellOf(field, value, names);
      expect(readCell(field, plain(harmless(cell)), find, at)).toEqual({ value });
      for (const code of codesOf(field, value)) expect(lookupsOf(field, cell)).toContain(code);
    }),
    runs,
  );
});

describe('the keys of a field', () => {
  test('sort as the values do', () => {
    fc.assert(
      fc.property(held(2), ({ field, values: [one, other] }) => {
        if (one === undefined || other === undefined) return;
        expect(Math.sign(byKey(field, one, other))).toBe(Math.sign(naturally(field, one, other)));
      }),
      runs,
    );
  });

  test('are short, never empty, and name what the value names', () => {
    fc.assert(
      fc.property(held(), ({ field, values: [value] }) => {
        const rows = keysOf({ ...field, sole: true }, value, names);
        expect(rows.map(({ position }) => position)).toEqual([...rows.keys()]);
        for (const { key, number, ref, sole } of rows) {
          expect(key !== null || (number !== null && Number.isFinite(number))).toBe(true);
          expect((key ?? '').length).toBeLessThanOrEqual(100);
          expect((key ?? '').isWellFormed()).toBe(true);
          expect((sole ?? '').length).toBeLessThanOrEqual(300);
          if (ref !== null) expect([value].flat()).toContain(ref);
        }
        expect(rows.flatMap(({ ref }) => ref ?? [])).toEqual(isNamed(field) ? [value].flat() : []);
      }),
      runs,
    );
  });

  test('say that a unique value is taken exactly where the values are the same', () => {
    fc.assert(
      fc.property(held(2), ({ field, values: [one, other] }) => {
        if (typeof one === 'object' || typeof other === 'object' || one === undefined || other === undefined) return;
        const [a, b] = [one, other].map((value) => keysOf({ ...field, sole: true }, value, names)[0]?.sole);
        if (one === other) expect(a).toBe(b);
        if (field.kind === 'number' || field.kind === 'money' || isNamed(field)) expect(a === b).toBe(one === other);
        if (field.kind === 'text') expect(a === b).toBe(searchKey(String(one)) === searchKey(String(other)));
      }),
      runs,
    );
  });

  test('of an empty field are one row with nothing in it', () => {
    for (const field of everyKind)
      expect(keysOf(field, undefined, names)).toEqual([
        { position: 0, key: null, number: null, ref: null, sole: null },
      ]);
  });

  test('tell long texts apart that begin alike', () => {
    const field = fieldOf('long-text', { sole: true });
    const [one, other] = ['a', 'b'].map((end) => keysOf(field, 'x'.repeat(40_000) + end, names)[0]);
    expect(one?.key).toBe(other?.key);
    expect(one?.sole).not.toBe(other?.sole);
  });
});

const find: Find = (_, text) => (text.startsWith('code-of-') ? text.slice('code-of-'.length) : undefined);

const codesOf = (field: Field, value: Value | undefined): string[] =>
  isNamed(field) && field.kind !== 'choice' && field.kind !== 'choices'
    ? [value].flat().map((id) => `code-of-${String(id)}`)
    : [];

const isNamed = ({ kind }: Field): boolean =>
  ['choice', 'choices', 'user', 'reference', 'references', 'account', 'files'].includes(kind);

const byKey = (field: Field, one: Value, other: Value): number => {
  const [a, b] = [one, other].map((value) => keysOf(field, value, names)[0]);
  return order(a?.key ?? a?.number ?? 0, b?.key ?? b?.number ?? 0);
};

/** What people expect, said without the keys. */
const naturally = (field: Field, one: Value, other: Value): number => {
  const [a, b] = [[one].flat()[0] ?? '', [other].flat()[0] ?? ''];
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'yes-no':
    case 'date-time':
      return order(Number(a), Number(b));
    case 'date':
      return order(a, b);
    case 'choice':
    case 'choices': {
      const place = (id: typeof a) => field.options.choices.findIndex((choice) => choice.id === id);
      return order(place(a), place(b));
    }
    case 'phone':
      return order(digits(a), digits(b));
    case 'text':
    case 'long-text':
    case 'email':
    case 'link':
      return order(beginning(String(a)), beginning(String(b)));
    default:
      return order(beginning(names.nameOf(field, String(a)).name), beginning(names.nameOf(field, String(b)).name));
  }
};

const order = <T extends string | number | boolean>(one: T, other: T): number =>
  one < other ? -1 : one > other ? 1 : 0;

const digits = (phone: string | number | boolean): string =>
  String(phone).split('доб')[0]?.replace(/\D/g, '') + (String(phone).includes('доб') ? 'x12' : '');

const beginning = (text: string): string =>
  searchKey(text)
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '');
