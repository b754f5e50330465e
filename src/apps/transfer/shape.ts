import { z } from 'zod';
import type { Doc } from '../fields/value.ts';

/** What stands in the way of taking a whole file; `about` says more: a line, a number. */
const fileProblems = [
  'nothing',
  /** No text. */
  'binary',
  /** A workbook of a spreadsheet, which has to be saved as CSV first. */
  'workbook',
  /** Only the line that names the columns. */
  'no-rows',
  /** A quote that is never closed, or a row without end. About: the line where it begins. */
  'broken',
  'too-many-columns',
  'too-many-rows',
  /** It is no longer there. */
  'gone',
] as const;

export type FileProblem = { problem: (typeof fileProblems)[number]; about: string };

/** Why an import ended without its items. */
const failures = [
  ...fileProblems,
  /** Somebody has ended it. */
  'cancelled',
  /** A row was bad, and it was to stop at the first. */
  'bad-row',
  /** The app or its fields changed, or what the rows name, after the file was read. */
  'changed',
  /** A unique value was taken meanwhile. */
  'taken',
  /** Whoever started it may not create items in the app any more. */
  'no-right',
  'disk-full',
  /** A mistake of ours. */
  'error',
] as const;

const failure = z.object({ why: z.enum(failures), about: z.string() });

export type Failure = z.output<typeof failure>;

/** What is wrong with a row. `problem`: a `ValueProblem`, or one of our own; `about` says more. */
const complaint = z.object({ field: z.string().nullable(), problem: z.string(), about: z.string() });

const badRow = z.object({ line: z.number(), text: z.string(), complaints: z.array(complaint) });

const doc = z.custom<Doc>((value) => typeof value === 'object' && value !== null);

/** What the reading of the whole file came to. */
const found = z.object({
  good: z.number(),
  bad: z.number(),
  /** The first of the bad rows. */
  badRows: z.array(badRow),
  /** The first items as they will be. */
  first: z.array(z.object({ line: z.number(), doc })),
});

export type Found = z.output<typeof found>;

export type BadRow = z.output<typeof badRow>;

export type Complaint = z.output<typeof complaint>;

const file = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251']),
  separator: z.enum([',', ';', '\t']),
  /** Bytes. */
  size: z.number(),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
});

/** How a file is written, what it calls its columns, and what its first rows look like (shortened). */
export type LookedAt = z.output<typeof file>;

export const importPlan = z.object({
  file,
  /** Into which field each column goes, by the field's id; null: into none. */
  columns: z.array(z.string().nullable()),
  /** What becomes of the file where a row is bad: it is left out, or nothing is taken at all. */
  onBad: z.enum(['skip', 'stop']),
  /** The app's fields when the file was read: see defined-as.ts. What was judged by others is judged anew. */
  definedAs: z.string(),
  /** Of whoever started it: how dates and numbers are understood. */
  at: z.object({ language: z.string(), zone: z.string() }),
  found: found.nullable(),
  /** What the items' numbers are, once they are taken, and when that was (ms since 1970, UTC). */
  numbers: z.object({ from: z.number(), count: z.number(), at: z.number() }).nullable(),
  failure: failure.nullable(),
});

/** What an import is to do and, as far as it is known, what came of it. */
export type ImportPlan = z.output<typeof importPlan>;

export const importProgress = z.object({
  /** Rows that were read, in the phase that it is in. */
  rows: z.number(),
  good: z.number(),
  bad: z.number(),
  /** Items that are written (or, while it is taken back, that were). */
  written: z.number(),
});

/** How far an import is. */
export type ImportProgress = z.output<typeof importProgress>;

export const noProgress: ImportProgress = { rows: 0, good: 0, bad: 0, written: 0 };

/** Where an import stands: see item_imports. */
export type ImportPhase = 'mapping' | 'reading' | 'read' | 'writing' | 'undoing' | 'done' | 'cancelled' | 'failed';

/** A file of items that is being read or written, or was. Times: ms since 1970, UTC. */
export type ItemImport = {
  id: string;
  appId: string;
  actorId: string;
  state: ImportPhase;
  name: string;
  fileId: string | null;
  plan: ImportPlan;
  progress: ImportProgress;
  seqFrom: number | null;
  seqTo: number | null;
  createdAt: number;
  updatedAt: number;
};
