import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decoded, encodingOf, NotText } from './decode.ts';
import { harmless, plain } from './harmless.ts';
import { CsvBroken, type CsvRow, csvRows } from './read.ts';

const all = async (rows: AsyncIterable<CsvRow>): Promise<CsvRow[]> => Array.fromAsync(rows);

/** A file that comes in pieces of so many bytes. */
const inPieces = (bytes: Buffer, size: number): AsyncIterable<Buffer> =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, n * size + size)),
  );

const textOf = async (bytes: Buffer, size: number): Promise<string> => {
  const encoding = await encodingOf(inPieces(bytes, 1024));
  if (encoding === 'binary' || encoding === 'workbook') return encoding;
  return (await Array.fromAsync(decoded(inPieces(bytes, size), encoding))).join('');
};

const russian = 'Имя;Ёж\r\nАнна\rБорис\n';
const windows1251 = Buffer.from([
  200, 236, 255, 59, 168, 230, 13, 10, 192, 237, 237, 224, 13, 193, 238, 240, 232, 241, 10,
]);

describe('letters of a file that comes in pieces', () => {
  it.each([
    ['UTF-8', Buffer.from(russian)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${russian}`)],
    ['UTF-16', Buffer.from(`\uFEFF${russian}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${russian}`, 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from(russian, 'utf16le')],
    ['Windows-1251', windows1251],
  ])('are read as %s, wherever it is cut', async (_, bytes) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await textOf(bytes, size)).toBe('Имя;Ёж\nАнна\nБорис\n');
  });

  it('are no UTF-8 if the last of them is none', async () => {
    const bytes = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0xcf])]);
    expect((await textOf(bytes, 4096)).at(-1)).toBe('П');
  });

  it('are told from what is no text', async () => {
    expect(await textOf(Buffer.from('PK\x03\x04…'), 5)).toBe('workbook');
    const late = Buffer.concat([Buffer.alloc(3000, 'a'), Buffer.from([0])]);
    expect(await textOf(late, 5)).toBe('binary');
    await expect(textOf(Buffer.from('\uFEFFa\0b', 'utf16le'), 2)).rejects.toThrow(NotText);
  });
});

describe('rows of a file', () => {
  it('are told with the lines in which they begin', async () => {
    const text = ['a,b\n\n"tw', 'o\nlines",1\n', ',\n"say ""x""", y\nlast'];
    expect(await all(csvRows(text, ',', 1000))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['two\nlines', '1'] },
      { line: 6, cells: ['say "x"', ' y'] },
      { line: 7, cells: ['last'] },
    ]);
  });

  it('end where a quote is never closed, and not after all of the rest was held', async () => {
    let given = 0;
    const endless = function* () {
      yield 'a,b\n1,2\n"';
      for (; given < 1_000_000; given++) yield 'x'.repeat(1000);
    };
    const rows: CsvRow[] = [];
    const reading = async () => {
      for await (const row of csvRows(endless(), ',', 50_000)) rows.push(row);
    };
    await expect(reading()).rejects.toEqual(new CsvBroken(3));
    expect(rows).toHaveLength(2);
    expect(given).toBeLessThan(1000);
  });

  it('let go of the file when nobody wants more of them', async () => {
    let ended = false;
    const endless = async function* () {
      try {
        for (;;) yield 'a,b\n';
      } finally {
        ended = true;
      }
    };
    for await (const { line } of csvRows(endless(), ',', 1000)) if (line > 100) break;
    await expect.poll(() => ended).toBe(true);
  });
});

it.each(['=1', "'=1", "''=1", '+7 900', ' -1', '\t', "'", "'a", 'it’s', '', "'＝"])(
  'the text %j comes back from a cell as it was',
  (text) => {
    expect(plain(harmless(text))).toBe(text);
    expect(harmless(text)).not.toMatch(/^\s*[=+\-@＝]/u);
  },
);
