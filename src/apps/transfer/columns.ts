import { searchKey } from '../../db/key.ts';
import type { Field } from '../fields/field.ts';
import type { Doc } from '../fields/value.ts';

/**
 * Whether a column of a file can become what a field holds. Files cannot come in a cell; and whose account is whose is said by people who
 * look at it, one by one.
 */
export const canImport = ({ kind }: Field): boolean => kind !== 'files' && kind !== 'account';

/** Into which field each column probably goes, by what they are called; no two into one. */
export const guessColumns = (header: readonly string[], fields: readonly Field[]): (string | null)[] => {
  const left = new Map(fields.filter(canImport).map((field) => [nameKey(field.name), field.id] as const));
  return header.map((title) => {
    const key = nameKey(title);
    const id = left.get(key) ?? null;
    left.delete(key);
    return id;
  });
};

/** How much sense a row makes as the names of columns: those that fields are called by, then how many there are. */
export const senseOf =
  (fields: readonly Field[]) =>
  (header: readonly string[]): number =>
    guessColumns(header, fields).filter((id) => id !== null).length * 1000 + Math.min(header.length, 999);

/** Why columns cannot go into fields as somebody said, by the place of the column, or of none. */
export type ColumnsWrong = { column: number | null; problem: 'twice' | 'unknown' | 'none' | 'required'; about: string };

/** What is wrong with where the columns go. A required field without a column is filled from what a new item begins with, or not at all. */
export const columnsWrong = (columns: readonly (string | null)[], fields: readonly Field[]): ColumnsWrong[] => {
  const wrong: ColumnsWrong[] = [];
  const taken = new Set<string>();
  for (const [column, id] of columns.entries()) {
    if (id === null) continue;
    const field = fields.find((one) => one.id === id);
    if (!(field && canImport(field))) wrong.push({ column, problem: 'unknown', about: '' });
    else if (taken.has(id)) wrong.push({ column, problem: 'twice', about: field.name });
    taken.add(id);
  }
  if (taken.size === 0) wrong.push({ column: null, problem: 'none', about: '' });
  for (const field of fields)
    if (field.required && !taken.has(field.id) && Object.keys(beginning([field])).length === 0)
      wrong.push({ column: null, problem: 'required', about: field.name });
  return wrong;
};

/** What a new item holds in these fields where the file has no column for them. Whom a default names is left for forms to offer. */
export const beginning = (fields: readonly Field[]): Doc =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field.initial === null || names(field) ? [] : [[String(field.n), field.initial] as const],
    ),
  );

const names = ({ kind }: Field): boolean => ['user', 'reference', 'references', 'account', 'files'].includes(kind);

const nameKey = (name: string): string => searchKey(name).replace(/[\s._*:№#-]+/gu, '');
