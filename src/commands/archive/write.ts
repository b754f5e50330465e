import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { names } from './format.ts';
import { end, header, padding } from './tar.ts';

/** A backup that is being written. */
export type ArchiveWriter = {
  /** Puts in some bytes. */
  bytes(name: string, content: string): Promise<void>;
  /** Puts in a file from the disk; false when there is none. */
  file(name: string, path: string): Promise<boolean>;
  /** Ends it with the sums of all that it holds, and answers its size in bytes once it is on the disk. */
  finish(): Promise<number>;
  /** Lets go of the file, finished or not. */
  close(): Promise<void>;
};

/** @param at ms since 1970: the time that all entries carry. @throws if `path` exists or cannot be written */
export const writeArchive = async (path: string, at: number): Promise<ArchiveWriter> => {
  const out = await open(path, 'wx', 0o600);
  const sums: string[] = [];

  const put = async (name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> => {
    await out.writeFile(header({ name, size }, at));
    const sum = createHash('sha256');
    const written = await copy(content, out, sum);
    if (written !== size) throw new Error(`${name} changed while it was read`);
    await out.writeFile(padding(size));
    sums.push(`${sum.digest('hex')}  ${name}\n`);
  };
  const bytes = (name: string, content: string): Promise<void> => {
    const buffer = Buffer.from(content);
    return put(name, buffer.length, [buffer]);
  };

  return {
    bytes,
    file: async (name, path) => {
      const source = await openIfThere(path);
      if (!source) return false;
      const { size } = await source.stat();
      await put(name, size, source.createReadStream({ highWaterMark: 256 * 1024 }));
      return true;
    },
    finish: async () => {
      await bytes(names.sums, sums.join(''));
      await out.writeFile(end);
      await out.sync();
      return (await out.stat()).size;
    },
    close: () => out.close(),
  };
};

const copy = async (content: AsyncIterable<Buffer> | Iterable<Buffer>, out: FileHandle, sum: Hash): Promise<number> => {
  let written = 0;
  for await (const chunk of content) {
    sum.update(chunk);
    await out.writeFile(chunk);
    written += chunk.length;
  }
  return written;
};

const openIfThere = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};
