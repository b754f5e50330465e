import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';

/** A row as it stands in a file, from which line on. */
export type CsvRow = { line: number; cells: readonly string[] };

/** From `line` on a file cannot be read: a quote is never closed there, or a row is longer than any. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken';
  readonly line: number;
  constructor(line: number) {
    super(`No CSV from line ${line} on`);
    this.line = line;
  }
}

/**
 * Takes text apart into rows while it comes, and reads no more of it than is asked for. Empty rows are skipped. Others get their turn
 * in between.
 *
 * @param longest bytes that one row may have: what follows a quote that is never closed must not all be held
 * @throws CsvBroken
 */
export async function* csvRows(
  text: Iterable<string> | AsyncIterable<string>,
  separator: string,
  longest: number,
): AsyncGenerator<CsvRow> {
  // Of what was read last the parser itself tells: what comes out of it lags behind.
  let last = 0;
  const source = Readable.from(pieces(text), { objectMode: false });
  const records = source.pipe(
    parse({
      delimiter: separator,
      record_delimiter: '\n',
      info: true,
      on_record: (record, { lines }) => {
        last = lines;
        return record;
      },
      // A quote inside a name is a letter, and a row of another length is that row's mistake, not the file's.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: longest,
    }),
  );
  source.on('error', (error) => records.destroy(error));
  try {
    for await (const given of records) {
      const { info, record: cells } = read.parse(given);
      yield { line: info.lines - ends(cells), cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new CsvBroken(last + 1) : error;
  } finally {
    source.destroy();
    records.destroy();
  }
}

/** The sign between the cells: the one by which the first row makes most sense. @param start the file's first letters */
export const separatorOf = (start: string, sense: (header: readonly string[]) => number): Separator =>
  signs.reduce((best, sign) => (sense(firstRow(start, sign)) > sense(firstRow(start, best)) ? sign : best));

/** What can stand between cells. */
const signs = [',', ';', '\t'] as const;

export type Separator = (typeof signs)[number];

const firstRow = (start: string, sign: string): string[] => {
  const [header = ''] = start.trimStart().split('\n', 1);
  return header.split(sign).map((title) => title.trim().replace(/^"(.*)"$/, '$1'));
};

const read = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

async function* pieces(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of text) {
    const bytes = Buffer.from(part);
    for (let from = 0; from < bytes.length; from += pieceSize) {
      await breathe();
      yield bytes.subarray(from, from + pieceSize);
    }
  }
}

/** Bytes that are taken apart in one go. */
const pieceSize = 16 * 1024;

/** Line ends inside quotes: the parser knows the line in which a row ends. */
const ends = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
