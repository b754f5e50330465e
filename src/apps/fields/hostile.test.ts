import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsFor } from '../../i18n/index.ts';
import { anyAt, anyText, choices, docOf, everyKind, fieldOf, names } from './any.testing.ts';
import { cellOf, readCell } from './cell.ts';
import { wantsFind } from './finding.ts';
import { keysOf } from './keys.ts';
import { limits } from './limits.ts';
import type { ValueProblem } from './problem.ts';
import { judgeDoc } from './schema.ts';
import { shownText } from './shown/text.ts';
import { searchText } from './text.ts';
import { readTyped, typedOf } from './typed.ts';
import type { Doc } from './value.ts';

const ns = everyKind.map(({ n }) => String(n));

/** Whatever is taken for a document has to be one: it can be kept by any database, and everything that is done with values can be done. */
const expectSound = (doc: Doc) => {
  const stored = JSON.stringify(doc);
  expect(JSON.parse(stored)).toEqual(doc);
  expect(stored.isWellFormed()).toBe(true);
  // PostgreSQL keeps no NUL; halves of characters are escaped like this one.
  expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/);
  expect(Object.keys(doc).filter((n) => !ns.includes(n))).toEqual([]);
  expect(judgeDoc(everyKind, doc, doc)).toEqual({ ok: true, doc });
  for (const field of everyKind) {
    const value = doc[String(field.n)];
    expect(value === '' || (Array.isArray(value) && value.length === 0)).toBe(false);
    expect(keysOf(field, value, names).length).toBeGreaterThan(0);
    expect(shownText(field, value, names, wordsFor('ru', 'Asia/Kathmandu'))).not.toContain('undefined');
    cellOf(field, value, names);
  }
  searchText(everyKind, doc, names);
};

test('whatever comes as a document is refused in words or made sound', () => {
  const anyValue = fc.oneof(
    fc.anything(),
    anyText,
    fc.double(),
    fc.array(anyText),
    fc.constantFrom(-0, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 53, -(2 ** 53), 1e21, '2026-02-30', '', [], null),
    fc.constantFrom<unknown>(5, true, '2026-02-28', 'new', ['new'], '112', 'a@b', 'https://x', 'id', ['id'], 'text'),
  );
  const many = fc.dictionary(fc.oneof(fc.constantFrom(...ns, '__proto__', 'constructor'), anyText), anyValue);
  const one = fc.tuple(fc.constantFrom(...ns), anyValue).map(([n, value]) => ({ [n]: value }));
  let sound = 0;
  fc.assert(
    fc.property(fc.oneof(many, one), (doc) => {
      const judged = judgeDoc(everyKind, doc);
      if (judged.ok) expectSound(judged.doc);
      if (judged.ok && Object.keys(judged.doc).length > 0) sound++;
    }),
    { numRuns: 1_000 },
  );
  expect(sound).toBeGreaterThan(20);
});

test('whatever comes as a form is refused in words or made sound', () => {
  const prefix = fc.constantFrom('f.', 'was.', 'q.', 'file.', '', 'found.');
  const name = fc
    .tuple(prefix, fc.constantFrom(...everyKind.map(({ id }) => id), '__proto__', 'press'))
    .map((two) => two.join(''));
  const typed = fc.oneof(
    anyText,
    fc.array(anyText, { maxLength: 4 }),
    fc.constantFrom('yes', '1', '2026-01-01T00:00', 'new'),
  );
  fc.assert(
    fc.property(fc.dictionary(name, typed), anyAt, (form, at) => {
      const { doc, problems } = readTyped(everyKind, form, at);
      expectSound(doc);
      for (const field of everyKind) if (problems[field.id]) expect(doc[String(field.n)]).toBeUndefined();
      wantsFind(everyKind, form);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever stands in a file is refused in words or made sound', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyKind), anyText, anyAt, (field, cell, at) => {
      const { value, problem } = readCell(field, cell, (_, text) => (text.includes('1') ? 'id-1' : undefined), at);
      expect(value === undefined || problem === undefined).toBe(true);
      if (value !== undefined) expectSound(docOf(field, value));
    }),
    { numRuns: 2_000 },
  );
});

test('what is too much is refused, and what is just enough is not', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, place) => `id-${place}`);
  const judged = (kind: (typeof everyKind)[number]['kind'], value: unknown): ValueProblem | undefined => {
    const field = fieldOf(kind);
    const answer = judgeDoc([field], { [String(field.n)]: value });
    return answer.ok ? undefined : answer.problems[field.id];
  };
  expect(judged('text', 'a'.repeat(limits.text))).toBeUndefined();
  expect(judged('text', 'a'.repeat(limits.text + 1))).toBe('too-long');
  expect(judged('long-text', 'ё'.repeat(limits.longText))).toBeUndefined();
  expect(judged('long-text', 'ё'.repeat(100_000))).toBe('too-long');
  expect(judged('files', ids(limits.files))).toBeUndefined();
  expect(judged('files', ids(limits.files + 1))).toBe('too-many');
  expect(judged('references', ids(limits.references + 1))).toBe('too-many');
  expect(judged('account', ids(limits.account + 1))).toBe('too-many');
  expect(judged('money', Number.MAX_SAFE_INTEGER)).toBeUndefined();
  expect(judged('money', Number.MAX_SAFE_INTEGER + 1)).toBe('out-of-range');
  expect(judged('money', 1.5)).toBe('out-of-range');
  expect(judged('number', 0.125)).toBe('too-many-decimals');
  expect(judged('number', 1e300)).toBe('out-of-range');
  expect(judged('number', Number.POSITIVE_INFINITY)).toBe('not-a-number');
  expect(judged('date', '2026-02-30')).toBe('not-a-date');
  expect(judged('date', '2024-02-29')).toBeUndefined();
  expect(judged('date-time', 8.64e15)).toBe('out-of-range');
  expect(judged('phone', '12')).toBe('not-a-phone');
  expect(judged('phone', 'call me')).toBe('not-a-phone');
  expect(judged('email', 'a@b@c')).toBe('not-an-email');
  expect(judged('user', '../../etc')).toBe('unknown');
  expect(judged('choice', 'nope')).toBe('not-a-choice');
  expect(judged('choice', 'old')).toBe('retired-choice');
});

test('a field that must not be empty says so, whether its key is missing, empty or blank', () => {
  const field = fieldOf('text', { required: true });
  const refused = { ok: false, problems: { [field.id]: 'required' } };
  for (const doc of [{}, { 1: '' }, { 1: null }, { 1: undefined }, { 1: ' \u200E'.slice(0, 1) }, { 1: '\0\u202E' }])
    expect(judgeDoc([field], doc)).toEqual(refused);
  expect(readTyped([field], { [`f.${field.id}`]: '  ' }, { language: 'en' }).problems).toEqual({
    [field.id]: 'required',
  });
  const many = fieldOf('choices', { required: true });
  expect(judgeDoc([many], { [String(many.n)]: [] })).toEqual({ ok: false, problems: { [many.id]: 'required' } });
});

test('links lead to the web and nowhere else', () => {
  const field = fieldOf('link');
  const read = (text: string) => readTyped([field], { [`f.${field.id}`]: text }, { language: 'en' });
  for (const text of [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)//https://x.org', 'java\nscript:alert(1)', 'data:text/html,x'],
    ...['vbscript:x', 'file:///etc/passwd', 'ftp://x.org', 'https://', 'http:///x', 'https://?', 'mailto:a@b.c', '//'],
    ...['https:evil', 'https:\\\\evil', 'about:blank', 'blob:https://x.org/1'],
  ])
    expect(read(text), text).toEqual({ doc: {}, problems: { [field.id]: 'not-a-link' } });
  const kept = (text: string) => read(text).doc[String(field.n)];
  expect(kept('example.org')).toBe('https://example.org');
  expect(kept('localhost:3000/a')).toBe('https://localhost:3000/a');
  expect(kept(' HTTP://пример.рф/ё ')).toBe('HTTP://пример.рф/ё');
});

test('a retired choice stays where it was and comes to nothing else', () => {
  const [one, many] = [fieldOf('choice'), fieldOf('choices')];
  const held = { [String(one.n)]: 'old', [String(many.n)]: ['old', 'new'] };
  expect(judgeDoc([one, many], held, held)).toEqual({ ok: true, doc: held });
  expect(judgeDoc([one, many], held, { [String(many.n)]: ['old'] })).toEqual({
    ok: false,
    problems: { [one.id]: 'retired-choice' },
  });
  expect(judgeDoc([one, many], held, { [String(one.n)]: 'new' })).toEqual({
    ok: false,
    problems: { [one.id]: 'retired-choice', [many.id]: 'retired-choice' },
  });
  expect(typedOf([one], held, { language: 'en' })).toEqual({ [`f.${one.id}`]: 'old' });
});

test('an item keeps what it holds in fields that are removed, and nothing comes into them', () => {
  const field = fieldOf('text');
  expect(judgeDoc([field], { 1: 'new', 77: 'sent' }, { 1: 'old', 88: ['kept'] })).toEqual({
    ok: true,
    doc: { 1: 'new', 88: ['kept'] },
  });
});

test('texts are kept without what nobody can see, and letters of two parts as one', () => {
  const [text, long] = [fieldOf('text'), fieldOf('long-text')];
  const given = ' e\u0301\u202E\n\0b\u2066\uD800 \t c ';
  const judged = judgeDoc([text, long], { [String(text.n)]: given, [String(long.n)]: `${given}\r\nd` });
  expect(judged).toEqual({
    ok: true,
    doc: { [String(text.n)]: 'é b\uFFFD c', [String(long.n)]: 'é\nb\uFFFD \t c \nd' },
  });
  // A mark between two parts of a letter hides neither of them.
  expect(judgeDoc([text], { [String(text.n)]: 'e\u202E\u0301' })).toEqual({ ok: true, doc: { [String(text.n)]: 'é' } });
});

test('ids are kept once each, in their order', () => {
  const field = fieldOf('references');
  expect(judgeDoc([field], { [String(field.n)]: ['b', 'a', 'b'] })).toEqual({
    ok: true,
    doc: { [String(field.n)]: ['b', 'a'] },
  });
});

test('as many choices as a field may offer are quick to judge', () => {
  const offered = Array.from({ length: limits.offered }, (_, place) => ({
    ...choices[0],
    id: `c-${place}`,
    name: `Choice ${place}`,
    retired: false,
  }));
  const field = fieldOf('choices', { options: { choices: offered } });
  const doc = { [String(field.n)]: offered.map(({ id }) => id) };
  expect(judgeDoc([field], doc)).toEqual({ ok: true, doc });
  expect(readCell(field, cellOf(field, doc[String(field.n)], names), () => undefined)).toEqual({
    value: doc[String(field.n)],
  });
});
