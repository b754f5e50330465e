import { describe, expect, it } from 'vitest';
import type { Field, FieldOptions } from '../fields/field.ts';
import { type FieldKind, fieldKinds } from '../fields/kinds.ts';
import type { Value } from '../fields/value.ts';
import { canConvert, converter } from './convert.ts';

const choices = ['New', 'Old', 'a, b'].map((name, id) => ({ id: `c${id}`, name, retired: id === 1 }));

const optionsOf = (kind: FieldKind, own: object): FieldOptions => {
  const plain: Partial<Record<FieldKind, FieldOptions>> = {
    ...{ number: { decimals: 2 }, money: { currency: 'RUB' }, choice: { choices }, choices: { choices } },
    ...{ reference: { app: 'clients' }, references: { app: 'clients' } },
  };
  return { ...plain[kind], ...own };
};

const field = (kind: FieldKind, own: object = {}): Field =>
  ({
    ...{ id: 'f', appId: 'a', n: 1, keysN: 1, position: 0, name: 'F', kind, options: optionsOf(kind, own) },
    ...{ required: false, sole: false, hint: '', initial: null, onForm: true, inList: true },
  }) as Field;

type Case = [from: FieldKind, value: Value, to: FieldKind, becomes: Value | undefined];

const cases: Case[] = [
  ['text', 'Riga', 'long-text', 'Riga'],
  ['long-text', 'One\nTwo', 'text', undefined],
  ['long-text', 'One', 'text', 'One'],
  ['long-text', 'x'.repeat(1001), 'text', undefined],
  ['text', 'a@b.example', 'email', 'a@b.example'],
  ['text', 'nobody', 'email', undefined],
  ['text', '+7 900 123-45-67', 'phone', '+7 900 123-45-67'],
  ['phone', '+7 900 123-45-67', 'text', '+7 900 123-45-67'],
  ['text', 'call me', 'phone', undefined],
  ['text', 'javascript:alert(1)', 'link', undefined],
  ['text', '1 234,50', 'number', 1234.5],
  ['text', '-12', 'number', -12],
  ['text', '0', 'number', 0],
  ['text', '0,5', 'number', 0.5],
  ['text', '0012', 'number', undefined],
  ['text', '+12', 'number', undefined],
  ['text', '12 kg', 'number', undefined],
  ['text', '1,234', 'number', undefined],
  ['text', '1.234', 'number', undefined],
  ['text', '12345678901234567890', 'number', undefined],
  ['phone', '89001234567', 'number', 89001234567],
  ['text', '1 234,50', 'money', 123450],
  ['text', '10 USD', 'money', undefined],
  ['number', 1234.5, 'text', '1234.5'],
  ['number', 12.34, 'money', 1234],
  ['money', 123450, 'number', 1234.5],
  ['money', 123450, 'text', '1234.50 RUB'],
  ['text', 'да', 'yes-no', true],
  ['text', 'maybe', 'yes-no', undefined],
  ['yes-no', true, 'choice', 'c0'],
  ['yes-no', false, 'choice', 'c1'],
  ['yes-no', true, 'text', undefined],
  ['text', '31.12.2026', 'date', '2026-12-31'],
  ['text', '31.02.2026', 'date', undefined],
  ['text', 'soon', 'date', undefined],
  ['date', '2026-12-31', 'text', '2026-12-31'],
  ['date', '2026-12-31', 'number', undefined],
  ['date-time', 0, 'text', '1970-01-01T00:00:00.000Z'],
  ['date-time', 0, 'date', undefined],
  ['text', 'NEW', 'choice', 'c0'],
  ['text', 'Other', 'choice', undefined],
  ['text', 'Old', 'choices', ['c1']],
  ['choice', 'c1', 'choices', ['c1']],
  ['choices', ['c1'], 'choice', 'c1'],
  ['choices', ['c0', 'c1'], 'choice', undefined],
  ['choice', 'c2', 'text', 'a, b'],
  ['choices', ['c0', 'c1'], 'text', 'New, Old'],
  ['choices', ['c0', 'c2'], 'text', undefined],
  ['choice', 'gone', 'text', undefined],
  ['reference', 'i1', 'references', ['i1']],
  ['references', ['i1'], 'reference', 'i1'],
  ['references', ['i1', 'i2'], 'reference', undefined],
  ['user', 'u1', 'text', undefined],
  ['account', ['a1'], 'text', undefined],
  ['files', ['f1'], 'link', undefined],
];

describe('a value of another type', () => {
  for (const [from, value, to, becomes] of cases)
    it(`${from} ${JSON.stringify(value).slice(0, 30)} as ${to}: ${JSON.stringify(becomes)}`, () =>
      expect(converter(field(from), field(to))(value)).toEqual(becomes));

  it('keeps numbers and amounts only in what has room for them', () => {
    expect(converter(field('number'), field('number', { decimals: 1 }))(1.25)).toBeUndefined();
    expect(converter(field('number'), field('number', { decimals: 1 }))(1.2)).toBe(1.2);
    expect(converter(field('money'), field('money', { currency: 'JPY' }))(10050)).toBeUndefined();
    expect(converter(field('money'), field('money', { currency: 'JPY' }))(10000)).toBe(100);
    expect(converter(field('money'), field('money', { currency: 'KWD' }))(10050)).toBe(100500);
    expect(converter(field('reference'), field('references', { app: 'other' }))('i1')).toBeUndefined();
  });

  it('is never anything where there is no way, and never a wrong form where there is', () => {
    const values: Value[] = ['', 'x', '12', 12, 1.5, true, [], ['c0'], ['c0', 'c1'], 'c0', '2026-12-31'];
    for (const from of fieldKinds)
      for (const to of fieldKinds)
        for (const value of values) {
          const made = converter(field(from), field(to))(value);
          if (!canConvert(field(from), field(to))) expect(made).toBeUndefined();
          else if (made !== undefined && (to === 'number' || to === 'money')) expect(made).toBeTypeOf('number');
          else if (made !== undefined && to === 'text') expect(made).toBeTypeOf('string');
        }
  });
});
