import { shown } from './limits.ts';

/** A cell as it is shown again: on one line, and no more of it than it is recognised by. */
export const clip = (text: string): string => {
  const line = text
    .slice(0, 2000)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  const letters = [...line.slice(0, 2 * shown.letters)];
  return letters.length > shown.letters ? `${letters.slice(0, shown.letters).join('')}…` : line;
};

/** A row as it is shown again. */
export const clipRow = (cells: readonly string[]): string =>
  [...cells.slice(0, shown.cells).map(clip), ...(cells.length > shown.cells ? ['…'] : [])].join(' | ');
