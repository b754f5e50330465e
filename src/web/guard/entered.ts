import type { z } from 'zod';

/** What a form's fields were, as they were typed: shown again when the form is refused. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** What can be wrong with a field; `src/i18n/…/people.ts` has the words. */
const fieldProblems = [
  'required',
  'too-long',
  'too-short',
  'no-email',
  'email-taken',
  'name-taken',
  'wrong-code',
  'invalid',
] as const;

export type FieldProblem = (typeof fieldProblems)[number];

/** By the field's name, the first problem of each. */
export type FieldErrors = Readonly<Record<string, FieldProblem>>;

/** A form that was sent: what it says, or what is wrong with it. */
export type Entered<T> = { ok: true; value: T; typed: Typed } | { ok: false; errors: FieldErrors; typed: Typed };

/** Judges the fields of a form by a schema, whose messages are `FieldProblem`s. */
export const enter = <S extends z.ZodType>(schema: S, typed: Typed): Entered<z.output<S>> => {
  const judged = schema.safeParse(typed);
  if (judged.success) return { ok: true, value: judged.data, typed };
  const problems = judged.error.issues.map(
    (issue) => [String(issue.path[0] ?? 'form'), problemOf(issue.message)] as const,
  );
  return { ok: false, errors: Object.fromEntries(problems.toReversed()), typed };
};

/** What was typed into a field that takes one value. */
export const typedText = (typed: Typed, field: string): string => {
  const value = typed[field];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** What was chosen in a field that takes any number of values. */
export const typedList = (typed: Typed, field: string): readonly string[] => {
  const value = typed[field] ?? [];
  return Array.isArray(value) ? value : [value];
};

const problemOf = (message: string): FieldProblem => fieldProblems.find((problem) => problem === message) ?? 'invalid';
