import type { Readable } from 'node:stream';
import { decoded, type Encoding, encodingOf, type NoText, NotText } from '../../csv/decode.ts';
import { plain } from '../../csv/harmless.ts';
import { CsvBroken, type CsvRow, csvRows, type Separator, separatorOf } from '../../csv/read.ts';
import { clip } from './clip.ts';
import { importLimits, kept } from './limits.ts';
import type { FileProblem, LookedAt } from './shape.ts';

/** Opens a file of the store from its beginning; undefined where it is gone. */
export type Open = () => Promise<Readable | undefined>;

/** The whole file cannot be taken. */
export class FileWrong extends Error {
  override readonly name = 'FileWrong';
  readonly found: FileProblem;
  constructor(problem: FileProblem['problem'], about = '') {
    super(`A file of items: ${problem} ${about}`);
    this.found = { problem, about };
  }
}

/**
 * How a file is written, what it calls its columns, and its first rows.
 *
 * @param sense how much sense a row makes as the names of the columns: the sign between the cells is the one by which it makes most
 * @throws FileWrong
 */
export const lookAt = async (
  open: Open,
  size: number,
  sense: (header: readonly string[]) => number,
): Promise<LookedAt> => {
  const encoding = await encodingIn(open);
  const separator = separatorOf(await startOf(open, encoding), sense);
  const rows: CsvRow[] = [];
  for await (const row of rowsIn(open, { encoding, separator })) if (rows.push(row) > kept.sample) break;
  const [header, ...sample] = rows;
  if (!header) throw new FileWrong('nothing');
  if (header.cells.length > importLimits.columns) throw new FileWrong('too-many-columns', String(header.cells.length));
  if (sample.length === 0) throw new FileWrong('no-rows');
  return {
    encoding,
    separator,
    size,
    header: header.cells.map((title) => clip(plain(title))),
    sample: sample.map(({ cells }) => cells.slice(0, header.cells.length).map((cell) => clip(plain(cell)))),
  };
};

/** The file's rows below the one that names the columns, each cell without what makes formulas harmless. @throws FileWrong */
export async function* rowsOf(
  open: Open,
  file: Pick<LookedAt, 'encoding' | 'separator'>,
  most: number = importLimits.rows,
): AsyncGenerator<CsvRow> {
  let header = true;
  let count = 0;
  for await (const row of rowsIn(open, file)) {
    if (!header) {
      if (++count > most) throw new FileWrong('too-many-rows', String(most));
      yield { line: row.line, cells: row.cells.map(plain) };
    }
    header = false;
  }
}

async function* rowsIn(
  open: Open,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
): AsyncGenerator<CsvRow> {
  const content = await opened(open);
  try {
    yield* csvRows(decoded(content, encoding), separator, importLimits.row);
  } catch (error) {
    if (error instanceof CsvBroken) throw new FileWrong('broken', String(error.line));
    throw error instanceof NotText ? new FileWrong('binary') : error;
  } finally {
    content.destroy();
  }
}

const encodingIn = async (open: Open): Promise<Encoding> => {
  const content = await opened(open);
  const encoding: Encoding | NoText = await encodingOf(content);
  content.destroy();
  if (encoding === 'binary' || encoding === 'workbook') throw new FileWrong(encoding);
  return encoding;
};

/** The first letters: more than any sensible row of names has. */
const startOf = async (open: Open, encoding: Encoding): Promise<string> => {
  const content = await opened(open);
  try {
    let start = '';
    for await (const text of decoded(content, encoding)) {
      start = (start + text).trimStart();
      if (start.length > enough) break;
    }
    return start;
  } catch (error) {
    throw error instanceof NotText ? new FileWrong('binary') : error;
  } finally {
    content.destroy();
  }
};

const enough = 64 * 1024;

const opened = async (open: Open): Promise<Readable> => {
  const content = await open();
  if (!content) throw new FileWrong('gone');
  return content;
};
