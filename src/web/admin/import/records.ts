import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { type Columns, columnsOf, understood } from './columns.ts';
import { type FileProblem, importLimits } from './problem.ts';

/** A row as it stands in the file, from which line on. */
export type Row = { line: number; cells: readonly string[] };

/** Takes the text of a file apart into rows. Others get their turn in between. */
export const rowsOf = async (text: string): Promise<{ columns: Columns; rows: Row[] } | FileProblem> => {
  const rows: Row[] = [];
  let columns: Columns | undefined;
  // Of what was read last the parser itself tells: what comes out of it lags behind.
  let last = 0;
  const passing = (line: number) => {
    last = line;
  };
  try {
    for await (const given of records(text, separatorOf(text), passing)) {
      const { info, record: cells } = read.parse(given);
      if (columns) rows.push({ line: info.lines - ends(cells), cells });
      else {
        const named = columnsOf(cells);
        if ('problem' in named) return named;
        columns = named;
      }
      if (rows.length > importLimits.rows) return { problem: 'too-many-rows', about: '' };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: 'broken', about: String(last + 1) };
  }
  if (!columns) return { problem: 'no-header', about: '' };
  return rows.length === 0 ? { problem: 'no-rows', about: '' } : { columns, rows };
};

const read = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

const records = (text: string, delimiter: string, passing: (line: number) => void) =>
  Readable.from(pieces(Buffer.from(text)), { objectMode: false }).pipe(
    parse({
      delimiter,
      info: true,
      on_record: (record, { lines }) => {
        passing(lines);
        return record;
      },
      // A quote inside a name is a letter, and a row of another length is that row's mistake, not the file's.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // What follows a quote that is never closed must not all be held.
      max_record_size: longestRow,
    }),
  );

/** Bytes of one row. */
const longestRow = 64 * 1024;

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += pieceSize) {
    await breathe();
    yield bytes.subarray(from, from + pieceSize);
  }
}

const pieceSize = 16 * 1024;

/** Line ends inside quotes: the parser knows the line in which a row ends. */
const ends = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** The sign between the cells, by the first line that has something in it. */
const separatorOf = (text: string): string => {
  const start = text.slice(0, longestRow).trimStart();
  const [header = ''] = start.split('\n', 1);
  const known = (sign: string): number =>
    understood(header.split(sign).map((title) => title.trim().replace(/^"(.*)"$/, '$1')));
  return signs.reduce((best, sign) => (known(sign) > known(best) ? sign : best));
};

const signs = [',', ';', '\t'] as const satisfies readonly string[];
