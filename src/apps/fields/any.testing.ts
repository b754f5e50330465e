import fc from 'fast-check';
import type { Field, FieldOf } from './field.ts';
import { type FieldKind, fieldKinds } from './kinds.ts';
import { limits } from './limits.ts';
import type { Named, Names } from './names.ts';
import { judgeValue } from './schema.ts';
import type { Doc, Value } from './value.ts';

/** A field as a test needs it: what is left out is the plainest there is. */
export const fieldOf = <Kind extends FieldKind>(
  kind: Kind,
  more: Partial<Omit<FieldOf<Kind>, 'kind'>> = {},
): FieldOf<Kind> =>
  // What belongs to each kind stands beside it in `plainest`.
  ({
    ...{ id: `field-${kind}`, appId: 'app', n: fieldKinds.indexOf(kind) + 1, keysN: 1, position: 0, name: `A ${kind}` },
    ...{ required: false, sole: false, hint: '', initial: null, onForm: true, inList: true },
    ...{ kind, options: plainest[kind] ?? {}, ...more },
  }) as FieldOf<Kind>;

export const choices = [
  { id: 'new', name: 'New', retired: false },
  { id: 'old', name: 'Old; or \\ not', retired: true },
  { id: 'twin-1', name: 'Twin', retired: false },
  { id: 'twin-2', name: 'twin', retired: true },
  { id: 'tail', name: 'Ends [new]', retired: false },
  { id: '=1+1', name: '=1+1', retired: false },
];

const plainest: Partial<Record<FieldKind, object>> = {
  number: { decimals: 2 },
  money: { currency: 'RUB' },
  choice: { choices },
  choices: { choices },
  reference: { app: 'other' },
  references: { app: 'other' },
};

/** One field of every kind. */
export const everyKind: readonly Field[] = fieldKinds.map((kind) => fieldOf(kind));

/** Fields of every kind, with what can be set in them. */
const anyField: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom(...everyKind),
  fc.nat(6).map((decimals) => fieldOf('number', { options: { decimals } })),
  fc.constantFrom(...currencies()).map((currency) => fieldOf('money', { options: { currency } })),
);

/** A value as an item may hold it in the field. */
export const valueFor = (field: Field): fc.Arbitrary<Value> =>
  given(field)
    .map((value) => judgeValue(field, value))
    .filter((read) => read.ok && read.value !== undefined)
    .map((read) => (read.ok ? (read.value ?? '') : ''));

/** A field with a value, with two, or with as many as are asked for. */
export const held = (count = 1): fc.Arbitrary<{ field: Field; values: Value[] }> =>
  anyField.chain((field) =>
    fc.record({ field: fc.constant(field), values: fc.array(valueFor(field), { minLength: count, maxLength: count }) }),
  );

export const docOf = (field: Field, value: Value): Doc => ({ [String(field.n)]: value });

/** Whatever somebody may send as text, halves of characters and formulas among it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...hostile()), { maxLength: 4 }).map((parts) => parts.join('')),
);

/** Zones with every trouble: none, halves and quarters of hours, clocks that go forward at midnight, a day that was left out. */
const anyZone = fc.constantFrom(
  ...[null, 'UTC', 'Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata', 'Africa/Casablanca', 'Antarctica/Troll'],
);

export const anyAt = fc.record({ language: fc.constantFrom('en', 'ru'), zone: anyZone });

/** Names that try to be taken for something else. Each id has its own code. */
export const names: Names = {
  nameOf: (field, id): Named => {
    const choice = 'choices' in field.options ? field.options.choices.find((one) => one.id === id) : undefined;
    if (choice) return { name: choice.name, gone: choice.retired };
    return { name: `=Anna; "B" \\ [x] ${id.length}`, gone: false, href: `/things/${id}`, code: `code-of-${id}` };
  },
};

export function currencies(): string[] {
  return ['RUB', 'USD', 'EUR', 'JPY', 'KWD', 'BYN', 'KZT', 'CLF'];
}

function hostile(): string[] {
  return [
    ...['=cmd|calc', '+1', '-1', '@x', "'", "'=", ';', '; ', '\\', '\\;', '[', ']', '"', ',', '\n', '\r\n', '\t', ' '],
    ...['\0', '\uD800', '\uDC00', '\u202E', '\u2066', '\u2028', '\uFEFF', '\u200B', 'Ё', 'ё', 'İ', 'ß', 'ﬀ', 'e\u0301'],
    ...['<script>', '&amp;', '__proto__', 'javascript:alert(1)', 'a'.repeat(600), '１２', '٣'],
  ];
}

const given = (field: Field): fc.Arbitrary<unknown> => {
  const id = fc.stringMatching(/^[\w-]{1,36}$/);
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return anyText;
    case 'number':
      return decimals(field.options.decimals);
    case 'money':
      return fc.oneof(fc.maxSafeInteger(), fc.integer());
    case 'yes-no':
      return fc.boolean();
    case 'date':
      return day;
    case 'date-time':
      return fc.oneof(moment, fc.constantFrom(...nearChanges));
    case 'choice':
      return fc.constantFrom(...choices.map(({ id: one }) => one));
    case 'choices':
      return fc.subarray(choices.map(({ id: one }) => one));
    case 'phone':
      return fc.oneof(phone, fc.constantFrom('+7 900 123-45-67', '8 (900) 1234567 доб. 12', '112'));
    case 'email':
      return fc.emailAddress();
    case 'link':
      return fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constant('https://пример.рф/ё?a=;'),
      );
    case 'user':
    case 'reference':
      return id;
    default:
      return fc.uniqueArray(id, { maxLength: 5 });
  }
};

const decimals = (count: number): fc.Arbitrary<number> =>
  fc
    .oneof(fc.integer({ min: -limits.number, max: limits.number }), fc.integer())
    .map((units) => Number(`${units}e-${count}`));

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

const moment = fc
  .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((at) => at.getTime());

const phone = fc
  .array(fc.constantFrom('0', '1', '9', ' ', '-', '(', ')', '.'), { minLength: 3, maxLength: 20 })
  .map((parts) => `+${parts.join('')}`);

/** Every quarter of an hour, and an odd second, around some changes of clocks. */
const nearChanges = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-11-01T06:00Z', '2011-12-30T10:00Z'].flatMap((at) =>
  Array.from({ length: 32 }, (_, quarter) => Date.parse(at) + (quarter - 16) * 900_000 + 1_234),
);
