import { z } from 'zod';

/** What can be wrong with a row of a file of people. What it is about is said beside it. */
const rowProblems = [
  /** More or fewer cells than the first line names. About: how many there are, and how many there should be. */
  'columns',
  'name-missing',
  'name-long',
  'email-missing',
  'email-long',
  'email-bad',
  /** About: the line that had it first. */
  'email-twice',
  'email-taken',
  /** About: its name, as all of these. */
  'group-unknown',
  'group-gone',
  'unit-unknown',
  'unit-ambiguous',
  'unit-gone',
] as const;

export type RowProblem = (typeof rowProblems)[number];

const complaint = z.object({ problem: z.enum(rowProblems), about: z.string() });

const badRow = z.object({ line: z.number(), text: z.string(), complaints: z.array(complaint) });

const newcomer = z.object({
  line: z.number(),
  name: z.string(),
  email: z.string(),
  groups: z.array(z.string()),
  units: z.array(z.string()),
});

const waiting = z.object({
  state: z.literal('waiting'),
  newcomers: z.array(newcomer),
  bad: z.array(badRow),
  badCount: z.number(),
  unused: z.array(z.string()),
});

const done = z.object({ state: z.literal('done'), people: z.array(z.string()) });

/** What stands in a row of `people_imports`. */
export const importState = z.discriminatedUnion('state', [waiting, done]);

export type Complaint = z.output<typeof complaint>;

/** A row that nobody can be made of. `line`: where in the file, counted from 1; `text`: what stands there, shortened. */
export type BadRow = z.output<typeof badRow>;

/** Somebody a file tells of; groups and units by their ids. */
export type Newcomer = z.output<typeof newcomer>;

/**
 * A file that was read and waits to be confirmed. `bad` holds the first of the `badCount` bad rows; `unused` are the columns that
 * nothing was made of.
 */
export type Waiting = z.output<typeof waiting>;

/** A file that was read, or was confirmed: these people were added. */
export type ImportState = z.output<typeof importState>;

/** Bad rows that are kept of a file: who has more of them reads no further. */
export const mostBadRows = 200;
