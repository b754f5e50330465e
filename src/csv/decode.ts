import { isUtf8 } from 'node:buffer';

/** The ways in which spreadsheets write the letters of a file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** What a file is instead of a table: something that is no text at all, or a spreadsheet's own file. */
export type NoText = 'binary' | 'workbook';

/** The text of a whole file, with plain ends of lines; or what it is instead. */
export const decode = (bytes: Buffer): string | NoText => {
  if (isWorkbook(bytes)) return 'workbook';
  // Whatever is written in Cyrillic and is no UTF-8 comes from a spreadsheet on Windows.
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1251');
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? 'binary' : text.replace(/\r\n?/g, '\n');
};

/** How the letters of a file are written, or what it is instead; of all of it, since what tells may stand at its very end. */
export const encodingOf = async (content: AsyncIterable<Buffer>): Promise<Encoding | NoText> => {
  let utf8: TextDecoder | undefined;
  let other = false;
  for await (const chunk of content) {
    const told = utf8 ? undefined : beginning(chunk);
    if (told) return told;
    if (chunk.includes(0)) return 'binary';
    utf8 ??= new TextDecoder('utf-8', { fatal: true });
    other ||= !fits(utf8, chunk);
  }
  return other || (utf8 && !fits(utf8)) ? 'windows-1251' : 'utf-8';
};

const beginning = (chunk: Buffer): Encoding | NoText | undefined =>
  isWorkbook(chunk) ? 'workbook' : markedEncoding(chunk);

/** Text as it comes, with plain ends of lines. @throws NotText where a zero stands among the letters */
export async function* decoded(content: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  // An end of a line of two letters may be cut in the middle.
  let held = '';
  for await (const chunk of content) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield plainEnds(held ? text.slice(0, -1) : text);
  }
  yield plainEnds(held + decoder.decode());
}

/** A file is no text in the middle of it. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

const plainEnds = (text: string): string => {
  if (text.includes('\0')) throw new NotText();
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
};

const fits = (decoder: TextDecoder, chunk?: Buffer): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
};

const isWorkbook = (bytes: Buffer): boolean => workbooks.some((start) => bytes.subarray(0, start.length).equals(start));

/** What files of .xlsx and .ods, and of .xls, begin with. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('\xD0\xCF\x11\xE0', 'latin1')];

/** What the beginning tells already. The decoders take the mark there away themselves. */
const markedEncoding = (bytes: Buffer): Encoding | undefined => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1024);
  return start.includes(0) ? unmarked(start) : undefined;
};

/** Two bytes a letter, and of those that a line cannot do without (the comma, its end) one is always zero. */
const unmarked = (start: Buffer): Encoding => {
  const zeros = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < start.length / 10) return 'utf-8';
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : 'utf-8';
};
