import { z } from 'zod';
import { cleanLine, cleanText } from './clean.ts';
import type { Choice, Field } from './field.ts';
import { limits } from './limits.ts';
import { isLink } from './link.ts';
import { isPhone } from './phone.ts';
import type { ValueProblem } from './problem.ts';
import { isDate, isMoment } from './time.ts';
import type { Value } from './value.ts';

/**
 * The schema of one field: everything but whether a retired choice may be chosen, which depends on what the item held. Kept as long as
 * the field's definition is in memory, since whoever imports asks it a million times.
 */
export const fieldSchema = (field: Field): z.ZodType<Value | undefined> => {
  const known = schemas.get(field);
  if (known) return known;
  const value = z.preprocess(present, kindSchema(field).optional());
  const made = field.required ? value.refine((given) => given !== undefined, says('required')) : value;
  schemas.set(field, made);
  return made;
};

const schemas = new WeakMap<Field, z.ZodType<Value | undefined>>();

/** An empty text or list is nothing at all. */
const present = (value: unknown): unknown => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  return typeof value === 'string' && cleanText(value) === '' ? undefined : value;
};

const kindSchema = (field: Field): z.ZodType<Value> => {
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
      return choice(field.options.choices);
    case 'choices':
      return many(choice(field.options.choices), limits.choices);
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

const choice = (choices: readonly Choice[]) => {
  const ids = new Set(choices.map(({ id: one }) => one));
  return z.string(says('not-a-choice')).refine((value) => ids.has(value), says('not-a-choice'));
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
