import { z } from 'zod';
import { cleanLine, cleanText } from './clean.ts';
import type { Choice, Field } from './field.ts';
import { limits } from './limits.ts';
import { isLink } from './link.ts';
import { isPhone } from './phone.ts';
import { type Problems, type ValueProblem, valueProblems } from './problem.ts';
import { isDate, isMoment } from './time.ts';
import { type Doc, type Value, valueIn } from './value.ts';

export type { Problems, ValueProblem } from './problem.ts';

/**
 * The one schema of what an item holds; every write passes it. Texts come out clean, empty values not at all. The messages are
 * `ValueProblem`s under the fields' numbers. Ids are judged in form alone: whether they exist, and who may see it, is the items' to say.
 *
 * @param held what the item held before: a retired choice may stay where it was, and what it holds in fields that are not given stays
 */
export const itemSchema = (fields: readonly Field[], held: Doc = {}): z.ZodType<Doc> => {
  const ns = fields.map(({ n }) => String(n));
  const shape = Object.fromEntries(fields.map((field) => [String(field.n), fieldSchema(field, valueIn(held, field))]));
  const others = Object.entries(held).filter(([n]) => !Object.hasOwn(shape, n));
  return (
    z
      .record(z.string(), z.unknown())
      // A key that is not there would not be asked whether it is required.
      .transform((doc) => Object.fromEntries(ns.map((n) => [n, Object.hasOwn(doc, n) ? doc[n] : undefined])))
      .pipe(z.object(shape))
      .transform((doc) => Object.fromEntries([...others, ...Object.entries(doc).flatMap(isThere)]))
  );
};

const isThere = ([n, value]: [string, Value | undefined]): [string, Value][] =>
  value === undefined ? [] : [[n, value]];

/** Judges a document by its schema. */
export const judgeDoc = (
  fields: readonly Field[],
  doc: Readonly<Record<string, unknown>>,
  held?: Doc,
): { ok: true; doc: Doc } | { ok: false; problems: Problems } => {
  const judged = itemSchema(fields, held).safeParse(doc);
  return judged.success ? { ok: true, doc: judged.data } : { ok: false, problems: problemsOf(judged.error, fields) };
};

/** What is wrong with a document, by the fields' ids; nothing where it can be stored. Who stores it takes what `judgeDoc` makes of it. */
export const problemsIn = (fields: readonly Field[], doc: Doc, held?: Doc): Problems => {
  const judged = judgeDoc(fields, doc, held);
  return judged.ok ? {} : judged.problems;
};

/** What a refused document has to say, by the fields' ids. */
export const problemsOf = (error: z.ZodError, fields: readonly Field[]): Problems => {
  const named = error.issues.flatMap(({ path: [n], message }) => {
    const field = fields.find((one) => String(one.n) === n);
    return field ? [[field.id, problemIn(message)] as const] : [];
  });
  return Object.fromEntries(named.toReversed());
};

/** The schema of one field. Made for each question: a field's definition changes, and one costs microseconds. */
export const fieldSchema = (field: Field, held?: Value): z.ZodType<Value | undefined> => {
  const value = z.preprocess(present, kindSchema(field, held).optional());
  return field.required ? value.refine((given) => given !== undefined, says('required')) : value;
};

/** An empty text or list is nothing at all. */
const present = (value: unknown): unknown => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  return typeof value === 'string' && cleanText(value) === '' ? undefined : value;
};

const kindSchema = (field: Field, held: Value | undefined): z.ZodType<Value> => {
  switch (field.kind) {
    case 'text':
      return line(limits.text);
    case 'long-text':
      return z
        .string(says('invalid'))
        .transform(cleanText)
        .pipe(z.string().max(limits.longText, says('too-long')));
    case 'number':
      return decimal(field.options.decimals);
    case 'money':
      return z.number(says('not-a-number')).refine(Number.isSafeInteger, says('out-of-range')).transform(noMinusZero);
    case 'yes-no':
      return z.boolean(says('not-yes-or-no'));
    case 'date':
      return z.string(says('not-a-date')).refine(isDate, says('not-a-date'));
    case 'date-time':
      return z.number(says('not-a-date')).refine(isMoment, says('out-of-range')).transform(noMinusZero);
    case 'choice':
      return choice(field.options.choices, held);
    case 'choices':
      return many(choice(field.options.choices, held), limits.choices);
    case 'phone':
      return line(limits.phone).refine(isPhone, says('not-a-phone'));
    case 'email':
      return line(limits.email).refine((text) => email.test(text), says('not-an-email'));
    case 'link':
      return line(limits.link).refine(isLink, says('not-a-link'));
    case 'user':
    case 'reference':
      return id();
    case 'references':
      return many(id(), limits.references);
    case 'account':
      return many(id(), limits.account);
    case 'files':
      return many(id(), limits.files);
  }
};

const line = (max: number) =>
  z
    .string(says('invalid'))
    .transform(cleanLine)
    .pipe(z.string().max(max, says('too-long')));

/** Digits are counted in the decimal that a number is written as: no floating point gets in between. */
const decimal = (decimals: number) =>
  z
    .number(says('not-a-number'))
    .refine((value) => Math.abs(value) <= Number(`${limits.number}e-${decimals}`), says('out-of-range'))
    .refine((value) => Number(value.toFixed(decimals)) === value, says('too-many-decimals'))
    .transform(noMinusZero);

const choice = (choices: readonly Choice[], held: Value | undefined) => {
  const kept = new Set(typeof held === 'object' ? held : [held]);
  return z.string(says('not-a-choice')).check(({ value, issues }) => {
    const one = choices.find(({ id: its }) => its === value);
    const problem = one === undefined ? 'not-a-choice' : one.retired && !kept.has(value) ? 'retired-choice' : undefined;
    if (problem) issues.push({ code: 'custom', message: problem, input: value });
  });
};

const many = (one: z.ZodType<string>, most: number) =>
  z
    .array(one, says('invalid'))
    .transform((values) => [...new Set(values)])
    .pipe(z.array(z.string()).max(most, says('too-many')));

const id = () => z.string(says('unknown')).regex(/^[\w-]{1,64}$/, says('unknown'));

const noMinusZero = (value: number): number => (value === 0 ? 0 : value);

const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/;

const says = (problem: ValueProblem): ValueProblem => problem;

const problemIn = (message: string): ValueProblem => valueProblems.find((problem) => problem === message) ?? 'invalid';
