import { isUtf8 } from 'node:buffer';

/** The text of a file, in whichever of the ways it was written that spreadsheets have, with plain ends of lines; or what it is instead. */
export const decode = (bytes: Buffer): string | 'binary' | 'workbook' => {
  if (workbooks.some((start) => bytes.subarray(0, start.length).equals(start))) return 'workbook';
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes('\0') ? 'binary' : text.replace(/\r\n?/g, '\n');
};

/** What files of .xlsx and .ods, and of .xls, begin with. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('\xD0\xCF\x11\xE0', 'latin1')];

// The decoders take the mark at the beginning away themselves.
const encodingOf = (bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.subarray(0, 1024).includes(0)) return unmarked(bytes.subarray(0, 1024));
  // Whatever is written in Cyrillic and is no UTF-8 comes from a spreadsheet on Windows.
  return isUtf8(bytes) ? 'utf-8' : 'windows-1251';
};

/** Two bytes a letter, and of those that a line cannot do without (the comma, its end) one is always zero. */
const unmarked = (start: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const zeros = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < start.length / 10) return 'utf-8';
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : 'utf-8';
};
