import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../i18n/index.ts';
import { currencies, fieldOf, names } from './any.testing.ts';
import { readCell } from './cell.ts';
import { readDecimal } from './decimal.ts';
import type { Field } from './field.ts';
import { keysOf } from './keys.ts';
import { limits } from './limits.ts';
import { decimalsOf, formatMoment, formatMoney, formatNumber } from './shown/format.ts';
import { shownText } from './shown/text.ts';
import { searchText } from './text.ts';
import { readMoment } from './time.ts';
import { readTyped, typedOf } from './typed.ts';

describe('numbers', () => {
  const read = (text: string, language: string, decimals = 2) => {
    const answer = readDecimal(text, decimals, language);
    return answer.ok ? answer.value : answer.problem;
  };

  test.for([
    ['1234.5', 123450, 123450],
    ['1 234,50', 123450, 123450],
    ['1,234.50', 123450, 123450],
    ['1.234,50', 123450, 123450],
    ['1\u00A0234\u202F567,89', 123456789, 123456789],
    ["1'234.5", 123450, 123450],
    ['1,234', 123400, 'too-many-decimals'],
    ['0,234', 'too-many-decimals', 'too-many-decimals'],
    ['1,23', 123, 123],
    ['1,234,567', 123456700, 123456700],
    ['-5', -500, -500],
    ['−5,5', -550, -550],
    ['+7', 700, 700],
    ['-0', 0, 0],
    [',5', 50, 50],
    ['5,', 500, 500],
    ['007', 700, 700],
    ['1.50000', 150, 150],
    ['12 ₽', 1200, 1200],
    ['₽12', 1200, 1200],
    ['USD 12.5', 1250, 1250],
    ['-US$12.50', -1250, -1250],
    ['12,50 руб.', 1250, 1250],
    ['90071992547409.91', 9007199254740991, 9007199254740991],
    ['90071992547409.92', 'out-of-range', 'out-of-range'],
    ['9'.repeat(400), 'out-of-range', 'out-of-range'],
    ['1e400', 'not-a-number', 'not-a-number'],
    ['0x10', 'not-a-number', 'not-a-number'],
    ['NaN', 'not-a-number', 'not-a-number'],
    ['12 34', 'not-a-number', 'not-a-number'],
    ['1,23,456', 'not-a-number', 'not-a-number'],
    ['1.234.56', 'not-a-number', 'not-a-number'],
    ['--1', 'not-a-number', 'not-a-number'],
    ['1-2', 'not-a-number', 'not-a-number'],
    ['', 'not-a-number', 'not-a-number'],
    ['.', 'not-a-number', 'not-a-number'],
    ['=1+1', 'not-a-number', 'not-a-number'],
  ] as const)('%s', ([text, en, ru]) => {
    expect([read(text, 'en'), read(text, 'ru')]).toEqual([en, ru]);
  });

  test('are read as the person’s own language writes them', () => {
    const language = fc.constantFrom('en', 'ru');
    fc.assert(
      fc.property(
        fc.integer({ min: -limits.number, max: limits.number }),
        fc.nat(6),
        language,
        (units, decimals, to) => {
          const value = Number(`${units}e-${decimals}`);
          expect(read(formatNumber(value, decimals, { language: to }), to, decimals)).toBe(units);
        },
      ),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencies()), language, (units, currency, to) => {
        expect(read(formatMoney(units, currency, { language: to }), to, decimalsOf(currency))).toBe(units);
      }),
    );
  });

  test('are read quickly, however long', () => {
    for (const part of ['1', ' ', "1'", '1,', '1 234', '-'])
      expect(read(part.repeat(30_000), 'en')).toMatch(/not-a-number|out-of-range/);
  });
});

describe('money', () => {
  test('has as many digits as its currency', () => {
    expect(['RUB', 'USD', 'JPY', 'KWD', 'CLF', 'XQZ', 'no', ''].map(decimalsOf)).toEqual([2, 2, 0, 3, 4, 2, 2, 2]);
    expect(formatMoney(123456789, 'RUB', { language: 'ru' })).toBe('1\u00A0234\u00A0567,89\u00A0₽');
    expect(formatMoney(123456789, 'JPY', { language: 'en' })).toBe('JP¥123,456,789');
    expect(formatMoney(-9007199254740991, 'RUB', { language: 'en' })).toBe('-RUB\u00A090,071,992,547,409.91');
    expect(formatMoney(5, 'KWD', { language: 'en' })).toBe('KWD\u00A00.005');
    expect(formatMoney(5, 'nope', { language: 'en' })).toBe('0.05 nope');
  });
});

describe('moments', () => {
  const read = (text: string, zone: string | null) => {
    const answer = readMoment(text, { language: 'en', zone });
    return answer.ok ? new Date(answer.value).toISOString().replace(':00.000', '') : answer.problem;
  };

  test('are told in the person’s zone', () => {
    expect(read('2026-11-22T14:05', 'Europe/Moscow')).toBe('2026-11-22T11:05Z');
    expect(read('2026-11-22T14:05', null)).toBe('2026-11-22T14:05Z');
    expect(read('22.11.2026 14:05', 'Asia/Kathmandu')).toBe('2026-11-22T08:20Z');
    expect(read('22/11/2026, 9:05', 'UTC')).toBe('2026-11-22T09:05Z');
    expect(read('2026-11-22', 'Europe/Moscow')).toBe('2026-11-21T21:00Z');
    expect(read('2026-11-22T14:05:06.789Z', 'Europe/Moscow')).toBe('2026-11-22T14:05:06.789Z');
    expect(read('2026-11-22T14:05+03:00', 'UTC')).toBe('2026-11-22T11:05Z');
    expect(
      shownText(fieldOf('date-time'), Date.parse('2026-11-22T11:05Z'), names, wordsFor('ru', 'Europe/Moscow')),
    ).toBe('22 нояб. 2026 г., 14:05');
    expect(shownText(fieldOf('date-time'), Date.parse('2026-11-22T11:05Z'), names, wordsFor('en'))).toBe(
      '22 Nov 2026, 11:05 UTC',
    );
    expect(formatMoment(0, { language: 'en', zone: 'Asia/Tokyo' })).toBe('1 Jan 1970, 09:00');
  });

  test('are told in the browser’s zone where the person has chosen none', () => {
    const field = fieldOf('date-time');
    const form = (zone: string) => ({ [`f.${field.id}`]: '2026-11-22T14:05', [`zone.${field.id}`]: zone });
    const told = (zone: string, chosen?: string) =>
      readTyped([field], form(zone), { language: 'en', zone: chosen }).doc[String(field.n)];
    expect(told('Europe/Moscow')).toBe(Date.parse('2026-11-22T11:05Z'));
    expect(told('Europe/Moscow', 'Asia/Kathmandu')).toBe(Date.parse('2026-11-22T08:20Z'));
    for (const junk of ['', 'No/Where', '__proto__', 'x'.repeat(9_000), '../etc'])
      expect(told(junk)).toBe(Date.parse('2026-11-22T14:05Z'));
  });

  test('that the clocks leave out are refused, and of two of one name the first is meant', () => {
    expect(read('2026-03-29T02:30', 'Europe/Berlin')).toBe('no-such-time');
    expect(read('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59Z');
    expect(read('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00Z');
    expect(read('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30Z');
    // A whole day was left out there, and elsewhere a day that begins at one o'clock.
    expect(read('2011-12-30T12:00', 'Pacific/Apia')).toBe('no-such-time');
    expect(read('2018-11-04T00:30', 'America/Sao_Paulo')).toBe('no-such-time');
    expect(read('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('no-such-time');
  });

  test('keep which of two hours of one name they are, and their seconds, where nobody touched them', () => {
    const field = fieldOf('date-time');
    const at = { language: 'en', zone: 'Europe/Berlin' };
    const doc = { [String(field.n)]: Date.parse('2026-10-25T01:30:12.345Z') };
    const typed = typedOf([field], doc, at);
    expect(typed[`f.${field.id}`]).toBe('2026-10-25T02:30');
    expect(readTyped([field], typed, at).doc).toEqual(doc);
    const touched = { ...typed, [`f.${field.id}`]: '2026-10-25T02:31' };
    expect(readTyped([field], touched, at).doc).toEqual({ [String(field.n)]: Date.parse('2026-10-25T00:31Z') });
    for (const was of ['x', '1e9', '9'.repeat(15), '-1', '999999999999999999'])
      expect(readTyped([field], { ...typed, [`was.${field.id}`]: was }, at).doc).toEqual({
        [String(field.n)]: Date.parse('2026-10-25T00:30Z'),
      });
  });

  test.for([
    '24:00',
    '2026-11-22T24:00',
    '2026-11-22T12:60',
    '2026-13-01T00:00',
    '32.01.2026',
    '12/31/2026',
    'now',
    '',
    '2026-11-22T',
    '0000-01-01T00:00',
    '10000-01-01T00:00',
  ])('refuse %s', (text) => expect(read(text, 'UTC')).toMatch(/^(not-a-date|not-a-time|out-of-range)$/));
});

describe('phones', () => {
  const keyOf = (text: string) => keysOf(fieldOf('phone', { sole: true }), text, names)[0]?.sole;

  test('are the same where their digits are, and the code of a country is never guessed', () => {
    expect(keyOf('+7 (900) 123-45-67')).toBe(keyOf('79001234567'));
    expect(keyOf('8 900 123-45-67')).not.toBe(keyOf('+7 900 123-45-67'));
    expect(keyOf('＋７９００１２３４５６７')).toBe('79001234567');
    expect(keyOf('8 495 123-45-67 доб. 12')).toBe('84951234567x12');
    expect(keyOf('84951234567,12')).toBe('84951234567x12');
    expect(keyOf('84951234567 ext 12')).toBe('84951234567x12');
  });

  test('are found by what people write of them', () => {
    const field = fieldOf('phone');
    const words = searchText([field], { [String(field.n)]: '+7 (900) 123-45-67' }, names).split(/\s/);
    expect(words).toEqual(expect.arrayContaining(['79001234567', '9001234567']));
  });
});

describe('files', () => {
  const cell = (field: Field, text: string) =>
    readCell(field, text, () => undefined, { language: 'ru', zone: 'Europe/Moscow' });

  test('are read as people write them', () => {
    for (const yes of ['да', 'Да', 'YES', 'true', '1', 'ИСТИНА'])
      expect(cell(fieldOf('yes-no'), yes)).toEqual({ value: true });
    for (const no of ['нет', 'No', 'FALSE', '0', '-']) expect(cell(fieldOf('yes-no'), no)).toEqual({ value: false });
    expect(cell(fieldOf('yes-no'), 'maybe')).toEqual({ problem: 'not-yes-or-no' });
    expect(cell(fieldOf('date'), '31.12.2026')).toEqual({ value: '2026-12-31' });
    expect(cell(fieldOf('date-time'), '31.12.2026 14:05')).toEqual({ value: Date.parse('2026-12-31T11:05Z') });
    expect(cell(fieldOf('money'), '1 234,50 ₽')).toEqual({ value: 123450 });
    expect(cell(fieldOf('choice'), 'NEW')).toEqual({ value: 'new' });
    expect(cell(fieldOf('choice'), 'twin')).toEqual({ value: 'twin-1' });
    expect(cell(fieldOf('choices'), 'New; =1+1;; new')).toEqual({ value: ['new', '=1+1'] });
    expect(cell(fieldOf('choice'), 'Newer')).toEqual({ problem: 'not-a-choice' });
    expect(cell(fieldOf('user'), 'Anna')).toEqual({ problem: 'unknown' });
    expect(readCell(fieldOf('user'), 'Anna', () => 'several')).toEqual({ problem: 'several-match' });
    expect(cell(fieldOf('text'), ' \u0000 ')).toEqual({});
    expect(cell(fieldOf('text', { required: true }), '')).toEqual({});
  });
});
