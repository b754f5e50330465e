import { setImmediate as breathe } from 'node:timers/promises';
import type { z } from 'zod';
import type { CsvRow } from '../../../csv/read.ts';
import type { Places } from '../../../people/import/places.ts';
import type { BadRow, Complaint, Newcomer, RowProblem } from '../../../people/import/shape.ts';
import { emailKey } from '../../../people/import/taken.ts';
import { emailAddress, lineOfText } from '../../guard/fields.ts';
import type { Columns, Meaning } from './columns.ts';

/** A row that somebody was made of, or what is wrong with it. */
export type Judged = { newcomer: Newcomer } | { bad: BadRow };

/**
 * Makes people of rows, and says of each bad one all that is wrong with it.
 * @param takenAmong the keys of those of the emails that somebody in the company has
 */
export const judge = async (
  rows: readonly CsvRow[],
  columns: Columns,
  places: Places,
  takenAmong: (emails: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Judged[]> => {
  const emails = rows.map((row) => emailField.safeParse(cellOf(row, columns, 'email')));
  const taken = await takenAmong(emails.flatMap((email) => (email.success ? [email.data] : [])));
  const seen = new Map<string, number>();
  const judged: Judged[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % 500 === 0) await breathe();
    judged.push(judgeRow(row, columns, places, { taken, seen }));
  }
  return judged;
};

/** `seen`: in which line an email stood first. */
type Others = { taken: ReadonlySet<string>; seen: Map<string, number> };

const judgeRow = (row: CsvRow, columns: Columns, places: Places, others: Others): Judged => {
  const { line, cells } = row;
  const complaints: Complaint[] = [];
  const bad = (): Judged => ({ bad: { line, text: shortened(cells), complaints } });
  if (cells.length !== columns.count) {
    complaints.push({ problem: 'columns', about: `${cells.length}/${columns.count}` });
    return bad();
  }
  const name = judgeName(cellOf(row, columns, 'name'), complaints);
  const email = judgeEmail(cellOf(row, columns, 'email'), line, others, complaints);
  const groups = idsIn(cellOf(row, columns, 'groups'), places.groupOf, complaints);
  const units = idsIn(cellOf(row, columns, 'units'), places.unitOf, complaints);
  return complaints.length > 0 ? bad() : { newcomer: { line, name, email, groups, units } };
};

const judgeName = (cell: string, complaints: Complaint[]): string => {
  const judged = nameField.safeParse(cell);
  if (judged.success) return judged.data;
  const long = judged.error.issues.some(({ message }) => message === 'too-long');
  complaints.push({ problem: long ? 'name-long' : 'name-missing', about: '' });
  return '';
};

const judgeEmail = (cell: string, line: number, { taken, seen }: Others, complaints: Complaint[]): string => {
  const judged = emailField.safeParse(cell);
  if (!judged.success) {
    const [message] = judged.error.issues.map((issue) => issue.message);
    const problem = message === 'required' ? 'email-missing' : message === 'too-long' ? 'email-long' : 'email-bad';
    complaints.push({ problem, about: clip(cell) });
    return '';
  }
  const key = emailKey(judged.data);
  if (taken.has(key)) complaints.push({ problem: 'email-taken', about: judged.data });
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  else complaints.push({ problem: 'email-twice', about: String(first) });
  return judged.data;
};

/** The ids of all that a cell names. */
const idsIn = (
  cell: string,
  find: (name: string) => { id: string } | RowProblem,
  complaints: Complaint[],
): string[] => {
  const ids = new Set<string>();
  for (const name of new Set(namesIn(cell, (whole) => typeof find(whole) === 'object'))) {
    if (complaints.length >= mostComplaints) break;
    const found = find(name);
    if (typeof found === 'object') ids.add(found.id);
    else complaints.push({ problem: found, about: clip(name) });
  }
  return [...ids];
};

/** What is wrong with one row: a cell of many thousand names is a mistake of one kind. */
const mostComplaints = 20;

/** Several names in one cell; one that has such a sign in it is one all the same. */
const namesIn = (cell: string, isOne: (name: string) => boolean): string[] =>
  isOne(cell)
    ? [cell]
    : cell
        .split(/[|;]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');

const nameField: z.ZodType<string> = lineOfText(100);
const emailField: z.ZodType<string> = emailAddress();

const cellOf = ({ cells }: CsvRow, { places }: Columns, meaning: Meaning): string => {
  const place = places.get(meaning);
  return (place === undefined ? undefined : cells[place]) ?? '';
};

const shortened = (cells: readonly string[]): string => clip(cells.map((cell) => clip(cell)).join(' | '));

/** Enough to find it by; counted in whole letters. */
const clip = (text: string): string => {
  const plain = text
    .slice(0, 1000)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const letters = [...plain];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : plain.toWellFormed();
};

const longest = 160;
