/** What can be wrong with what a field was given; `words.fields.problems` has the words. */
export const valueProblems = [
  'required',
  'too-long',
  'too-many',
  'one-only',
  'not-a-number',
  'too-many-decimals',
  'out-of-range',
  'not-yes-or-no',
  'not-a-date',
  'not-a-time',
  'no-such-time',
  'not-a-choice',
  'retired-choice',
  'not-a-phone',
  'not-an-email',
  'not-a-link',
  'unknown',
  'several-match',
  'taken',
  /** The field is getting another type at this moment, which cannot hold the value. */
  'converting',
  'invalid',
] as const;

export type ValueProblem = (typeof valueProblems)[number];

/** By the field's id, the first problem of each. */
export type Problems = Readonly<Record<string, ValueProblem>>;
