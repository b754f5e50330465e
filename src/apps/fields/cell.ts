import { searchKey } from '../../db/key.ts';
import { cleanLine } from './clean.ts';
import type { Read } from './decimal.ts';
import { readDecimal } from './decimal.ts';
import type { Field } from './field.ts';
import { isMany } from './kinds.ts';
import { readLink } from './link.ts';
import type { Names } from './names.ts';
import type { ValueProblem } from './problem.ts';
import { judgeValue } from './schema.ts';
import { type At, decimalsOf, plainDecimal, plainNumber } from './shown/format.ts';
import { readDate, readMoment } from './time.ts';
import { readNumber } from './typed.ts';
import type { Value } from './value.ts';

/** What stands in a cell of a CSV file. Quoting, and what keeps spreadsheets from running it, is src/csv's. */
export type Cell = string;

/**
 * Which thing a text names: a person by e-mail or name, an item by number or title, an account, a file; by its id always. Undefined: none;
 * `several`: more than one. Choices are not asked for.
 */
export type Find = (field: Field, text: string) => string | 'several' | undefined;

/** What a cell told: a value (none for an empty cell), or what is wrong with it. */
export type CellRead = { value?: Value; problem?: ValueProblem };

/** A value for a file: `readCell` makes the same of it again. */
export const cellOf = (field: Field, value: Value | undefined, names: Names): Cell => {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.map((id) => escaped(labelOf(field, id, names))).join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numericCell(field, value);
  const named = field.kind === 'choice' || field.kind === 'user' || field.kind === 'reference';
  return named ? labelOf(field, value, names) : value;
};

/**
 * Reads what a file has in a cell: as `cellOf` writes it, or as people do ("1 234,50", "31.12.2026", "да").
 *
 * @param at in which language numbers are written and in which zone moments are, where they do not say so themselves
 */
export const readCell = (field: Field, cell: Cell, find: Find, at: At = { language: 'en' }): CellRead => {
  if (cleanLine(cell) === '') return {};
  const read = isMany(field.kind) ? readMany(field, cell, find) : readOne(field, cell, find, at);
  const judged = read.ok ? judgeValue(field, read.value) : read;
  if (!judged.ok) return { problem: judged.problem };
  return judged.value === undefined ? {} : { value: judged.value };
};

/** The texts of a cell that `readCell` will ask `find` for, so that they can be looked up together beforehand. */
export const lookupsOf = (field: Field, cell: Cell): string[] => {
  if (!isFound(field)) return [];
  return (isMany(field.kind) ? parted(cell) : [cell])
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(codesIn);
};

const numericCell = (field: Field, value: number): string => {
  if (field.kind === 'money') return plainDecimal(value, decimalsOf(field.options.currency));
  if (field.kind === 'date-time') return new Date(value).toISOString();
  return plainNumber(value, field.kind === 'number' ? field.options.decimals : 0);
};

/** What it is called, and where that does not tell it from others what does, in brackets: "Anna [anna@example.org]". */
const labelOf = (field: Field, id: string, names: Names): string => {
  if (field.kind === 'choice' || field.kind === 'choices') {
    const { name } = names.nameOf(field, id);
    const twins = field.options.choices.filter((one) => searchKey(one.name) === searchKey(name));
    return twins.length === 1 && codesIn(name).length === 1 ? name : `${name} [${id}]`;
  }
  const { name, code = id } = names.nameOf(field, id);
  return `${cleanLine(name)} [${code}]`.trim();
};

const readMany = (field: Field, text: string, find: Find): Read<string[]> => {
  const ids: string[] = [];
  for (const part of parted(text)) {
    if (part.trim() === '') continue;
    const read = idOf(field, part, find);
    if (!read.ok) return read;
    ids.push(read.value);
  }
  return { ok: true, value: ids };
};

const readOne = (field: Field, text: string, find: Find, at: At): Read<Value | undefined> => {
  switch (field.kind) {
    case 'number':
      return readNumber(text, field.options.decimals, at);
    case 'money':
      return readDecimal(text, decimalsOf(field.options.currency), at.language);
    case 'yes-no':
      return yesOrNo(text);
    case 'date':
      return readDate(text);
    case 'date-time':
      return readMoment(text, at);
    case 'link': {
      const link = readLink(cleanLine(text));
      return link === undefined ? { ok: false, problem: 'not-a-link' } : { ok: true, value: link };
    }
    case 'choice':
    case 'user':
    case 'reference':
      return idOf(field, text, find);
    default:
      return { ok: true, value: text };
  }
};

const idOf = (field: Field, text: string, find: Find): Read<string> => {
  const look = field.kind === 'choice' || field.kind === 'choices' ? findChoice : find;
  for (const code of codesIn(text.trim())) {
    const id = look(field, code);
    if (id === 'several') return { ok: false, problem: 'several-match' };
    if (id !== undefined) return { ok: true, value: id };
  }
  return { ok: false, problem: look === findChoice ? 'not-a-choice' : 'unknown' };
};

const findChoice: Find = (field, text) => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return undefined;
  const { choices } = field.options;
  const byId = choices.find(({ id }) => id === text);
  if (byId) return byId.id;
  const named = choices.filter(({ name }) => searchKey(name) === searchKey(text));
  const offered = named.length > 1 ? named.filter(({ retired }) => !retired) : named;
  return offered.length > 1 ? 'several' : offered[0]?.id;
};

/** What stands in brackets at the end, then all of it. */
const codesIn = (text: string): string[] => {
  const code = /\[([^[\]]+)\]$/.exec(text)?.[1];
  return code === undefined ? [text] : [code, text];
};

const yesOrNo = (text: string): Read<boolean> => {
  const word = searchKey(text);
  if (['yes', 'true', '1', 'y', 'да', 'истина', '+', 'д'].includes(word)) return { ok: true, value: true };
  if (['no', 'false', '0', 'n', 'нет', 'ложь', '-', '−', 'н'].includes(word)) return { ok: true, value: false };
  return { ok: false, problem: 'not-yes-or-no' };
};

const escaped = (text: string): string => text.replace(/[\\;]/g, '\\$&');

/** Between semicolons that no backslash stands before. */
const parted = (text: string): string[] =>
  (text.match(/(?:\\[\s\S]|[^;\\]|\\$)+/g) ?? []).map((part) => part.trim().replace(/\\([\\;])/g, '$1'));

const isFound = ({ kind }: Field): boolean =>
  kind === 'user' || kind === 'reference' || kind === 'references' || kind === 'account' || kind === 'files';
