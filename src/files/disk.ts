import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../id.ts';
import { cleanName } from './name.ts';
import { sniff } from './sniff.ts';
import { type Bytes, FileRefused, type FileStore, type StoredFile } from './store.ts';

/**
 * A store in a folder: `ab/ID`, where `ab` are the last two characters of the id (the first would be the same for years).
 * What a crash left half-written is cleared away here, so only one process may have the folder open for writing.
 *
 * @param folder is made if it does not exist
 * @param maxBytes that one file may have
 */
export const fileStore = (folder: string, maxBytes: number): FileStore => {
  const arriving = join(folder, 'arriving');
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });

  const receive = async (
    content: AsyncIterable<Uint8Array>,
    name: string,
    most: number = maxBytes,
  ): Promise<StoredFile> => {
    const id = newId();
    const part = join(arriving, id);
    try {
      const written = await write(part, content, most);
      const type = await sniff(part);
      await settle(part, folder, id);
      return { id, name: cleanName(name), type, ...written };
    } catch (error) {
      await rm(part, { force: true });
      throw isFull(error) ? new FileRefused('disk-full', { cause: error }) : error;
    }
  };

  return {
    maxBytes,
    receive,
    open: (id, part) => openPart(pathOf(folder, id), part),
    remove: async (ids) => {
      await Promise.all(ids.map((id) => rm(pathOf(folder, id), { force: true })));
    },
    olderThan: (before) => olderThan(folder, before),
    touch: async (id) => {
      const now = new Date();
      await utimes(pathOf(folder, id), now, now).catch(orMissing);
    },
  };
};

/** Where a file lies. @throws for anything but an id: an id comes from a row, and this is the last place to be sure of it */
export const pathOf = (folder: string, id: string): string => join(folder, shardOf(id), id);

const shardOf = (id: string): string => {
  if (!isId(id)) throw new Error('Not the id of a file');
  return id.slice(-2);
};

const isId = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/** Writes until the stream ends and the disk has it all. The file is only made when something comes. */
const write = async (path: string, content: AsyncIterable<Uint8Array>, maxBytes: number) => {
  const hash = createHash('sha256');
  let size = 0;
  let file: FileHandle | undefined;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > maxBytes) throw new FileRefused('too-large');
      hash.update(chunk);
      file ??= await open(path, 'wx', 0o600);
      await file.writeFile(chunk);
    }
    if (!file || size === 0) throw new FileRefused('empty');
    await file.sync();
  } finally {
    await file?.close();
  }
  return { size, hash: hash.digest('hex') };
};

/** Gives the file its place. The folder is synced as well: after a power cut the name must be there, not only the bytes. */
const settle = async (part: string, folder: string, id: string): Promise<void> => {
  const shard = join(folder, shardOf(id));
  if (await mkdir(shard, { recursive: true })) await syncFolder(folder);
  await rename(part, join(shard, id));
  await syncFolder(shard);
};

const syncFolder = async (folder: string): Promise<void> => {
  // Windows opens no folders, and needs no sync of them.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const openPart = async (path: string, part?: Bytes): Promise<Readable | undefined> => {
  const file = await open(path, 'r').catch(orMissing);
  return file?.createReadStream({ ...part, highWaterMark: 64 * 1024 });
};

async function* olderThan(folder: string, before: number): AsyncIterable<readonly string[]> {
  for await (const shard of await opendir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shard.name)) continue;
    const old: string[] = [];
    for await (const { name } of await opendir(join(folder, shard.name))) {
      if (!isId(name)) continue;
      const found = await stat(join(folder, shard.name, name)).catch(orMissing);
      if (found && found.mtimeMs < before) old.push(name);
    }
    if (old.length > 0) yield old;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');

const orMissing = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw error;
};
