import { harmless } from './harmless.ts';

/** What stands in a cell. Null and undefined: nothing. A number is written as it is; everything else is text. */
export type Cell = string | number | null | undefined;

/** What a file begins with, so that spreadsheets take its letters for UTF-8. */
export const csvStart = '\uFEFF';

/** Under this content type a CSV file is sent. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/** One row as RFC 4180 writes it, with its end of line. A text that a spreadsheet would take for a formula is made harmless. */
export const csvRow = (cells: readonly Cell[]): string => csvLine(cells.map(textOf));

/** The same of texts that are harmless already. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const textOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : harmless(cell);
};

const quoted = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A quote, and what ends a cell or a row somewhere; spaces at the ends would be trimmed. */
const special = /[",;\t\r\n]|^\s|\s$/u;
