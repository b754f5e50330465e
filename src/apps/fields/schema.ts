import { z } from 'zod';
import type { Read } from './decimal.ts';
import type { Field } from './field.ts';
import { fieldSchema } from './field-schema.ts';
import { type Problems, type ValueProblem, valueProblems } from './problem.ts';
import { type Doc, type Value, valueIn } from './value.ts';

export type { Problems } from './problem.ts';

/**
 * The one schema of what an item holds; every write passes it. Texts come out clean, empty values not at all. The messages are
 * `ValueProblem`s under the fields' numbers. Ids are judged in form alone: whether they exist, and who may see it, is the items' to say.
 *
 * @param held what the item held before: a retired choice may stay where it was, and what it holds in fields that are not given stays
 */
export const itemSchema = (fields: readonly Field[], held: Doc = {}): z.ZodType<Doc> => {
  const given = new Set(fields.map(({ n }) => String(n)));
  const others = Object.entries(held).filter(([n]) => !given.has(n));
  return z.record(z.string(), z.unknown()).transform((doc, { issues }) => {
    const kept: [string, Value][] = [...others];
    // Each field is asked for by its number: one that is not there may be required, and nothing else comes in.
    for (const field of fields) {
      const n = String(field.n);
      const read = judgeNext(field, Object.hasOwn(doc, n) ? doc[n] : undefined, valueIn(held, field));
      if (!read.ok) issues.push({ code: 'custom', message: read.problem, path: [n], input: doc[n] });
      else if (read.value !== undefined) kept.push([n, read.value]);
    }
    return Object.fromEntries(kept);
  });
};

/** Judges what one field would hold, but for retired choices: they may have been there. */
export const judgeValue = (field: Field, value: unknown): Read<Value | undefined> => {
  const judged = fieldSchema(field).safeParse(value);
  return judged.success
    ? { ok: true, value: judged.data }
    : { ok: false, problem: problemIn(judged.error.issues[0]?.message) };
};

const judgeNext = (field: Field, value: unknown, held: Value | undefined): Read<Value | undefined> => {
  const read = judgeValue(field, value);
  return read.ok && choosesRetired(field, read.value, held) ? { ok: false, problem: 'retired-choice' } : read;
};

const choosesRetired = (field: Field, value: Value | undefined, held: Value | undefined): boolean => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return false;
  const before = [held].flat();
  const retired = field.options.choices.filter((choice) => choice.retired && !before.includes(choice.id));
  return retired.some(({ id }) => [value].flat().includes(id));
};

/** Judges a document by its schema. */
export const judgeDoc = (
  fields: readonly Field[],
  doc: Readonly<Record<string, unknown>>,
  held?: Doc,
): { ok: true; doc: Doc } | { ok: false; problems: Problems } => {
  const judged = itemSchema(fields, held).safeParse(doc);
  return judged.success ? { ok: true, doc: judged.data } : { ok: false, problems: problemsOf(judged.error, fields) };
};

/** What a refused document has to say, by the fields' ids. */
export const problemsOf = (error: z.ZodError, fields: readonly Field[]): Problems => {
  const named = error.issues.flatMap(({ path: [n], message }) => {
    const field = fields.find((one) => String(one.n) === n);
    return field ? [[field.id, problemIn(message)] as const] : [];
  });
  return Object.fromEntries(named.toReversed());
};

const problemIn = (message: string | undefined): ValueProblem =>
  valueProblems.find((problem) => problem === message) ?? 'invalid';
