import { CsvBroken, type CsvRow, csvRows, separatorOf } from '../../../csv/read.ts';
import { type Columns, columnsOf, understood } from './columns.ts';
import { type FileProblem, importLimits } from './problem.ts';

/** Takes the text of a file apart into rows. Others get their turn in between. */
export const rowsOf = async (text: string): Promise<{ columns: Columns; rows: CsvRow[] } | FileProblem> => {
  const rows: CsvRow[] = [];
  let columns: Columns | undefined;
  try {
    for await (const row of csvRows([text], separatorOf(text.slice(0, longestRow), understood), longestRow)) {
      if (columns) rows.push(row);
      else {
        const named = columnsOf(row.cells);
        if ('problem' in named) return named;
        columns = named;
      }
      if (rows.length > importLimits.rows) return { problem: 'too-many-rows', about: '' };
    }
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return { problem: 'broken', about: String(error.line) };
  }
  if (!columns) return { problem: 'no-header', about: '' };
  return rows.length === 0 ? { problem: 'no-rows', about: '' } : { columns, rows };
};

/** Bytes of one row. */
const longestRow = 64 * 1024;
