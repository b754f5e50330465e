import { type FileHandle, open } from 'node:fs/promises';
import { exit, Refusal, wordsOf } from '../refusal.ts';
import { isKnownName } from './format.ts';
import { block, padding, readHeader, type TarHeader } from './tar.ts';

/** A file in a backup. `content` may be read once, before the next entry is asked for, or not at all. */
export type Entry = TarHeader & { content(): AsyncIterable<Buffer> };

/**
 * The entries of a backup, in order.
 * @throws Refusal for what is no backup, was cut off, or holds anything that a backup does not
 */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const source = await open(path, 'r').catch((error: unknown) => {
    throw new Refusal(exit.data, `The backup ${path} cannot be read: ${wordsOf(error)}`);
  });
  try {
    yield* entriesOf(source, path);
  } finally {
    await source.close();
  }
}

async function* entriesOf(source: FileHandle, path: string): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  let at = 0;
  for (;;) {
    const found = await headerAt(source, at);
    if (found === 'end') return;
    if (found === 'damaged') throw new Refusal(exit.data, `${path} is no backup of Lines, or is damaged or cut off.`);
    if (found === 'foreign' || !isKnownName(found.name) || seen.has(found.name)) {
      throw new Refusal(exit.data, `${path} holds something that no backup of Lines does. Nothing was restored.`);
    }
    seen.add(found.name);
    const start = at + block;
    yield { ...found, content: () => contentAt(source, start, found.size) };
    at = start + found.size + padding(found.size).length;
  }
}

const headerAt = async (source: FileHandle, at: number) => {
  const { buffer, bytesRead } = await source.read(Buffer.alloc(block), 0, block, at);
  if (bytesRead < block) return 'damaged';
  return readHeader(buffer) ?? 'end';
};

/** A stream of Node's for each of a hundred thousand files would leave its listeners on the one handle. */
async function* contentAt(source: FileHandle, start: number, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const length = Math.min(piece, size - at);
    const { buffer, bytesRead } = await source.read(Buffer.allocUnsafe(length), 0, length, start + at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** Bytes that are read in one go. */
const piece = 256 * 1024;
