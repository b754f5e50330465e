import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { About, format, names } from '../archive/format.ts';
import { type Entry, readArchive } from '../archive/read.ts';
import { exit, Refusal } from '../refusal.ts';

/** A backup on the disk, whole: every sum was compared. `sums`: SHA-256 by the name in the archive. */
export type Unpacked = { database: string; files: number; sums: ReadonlyMap<string, string> };

/**
 * Unpacks a backup into a new folder.
 * @throws Refusal for one that is damaged, cut off, or of a newer format
 */
export const unpack = async (archive: string, folder: string): Promise<Unpacked> => {
  const damaged = (why: string) =>
    new Refusal(exit.data, `The backup ${archive} is damaged: ${why}. Nothing was restored.`);
  const sums = new Map<string, string>();
  let listed: string | undefined;
  await mkdir(folder, { mode: 0o700 });
  for await (const entry of readArchive(archive)) {
    if (listed !== undefined) throw damaged(`${entry.name} stands behind its end`);
    if (entry.name === names.sums) listed = await small(entry, 256 * 1024 * 1024);
    else if (entry.name === names.about) sums.set(entry.name, await readAbout(entry, archive));
    else sums.set(entry.name, await write(entry, join(folder, entry.name)));
  }
  if (listed === undefined) throw damaged('its end is missing');
  const found = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('');
  if (found !== listed) throw damaged('its contents are not what was written');
  if (!sums.has(names.database)) throw damaged('it has no database');
  const files = [...sums.keys()].filter((name) => name.startsWith('files/')).length;
  return { database: join(folder, names.database), files, sums };
};

const readAbout = async (entry: Entry, archive: string): Promise<string> => {
  const json = await small(entry, 64 * 1024);
  const about = About.safeParse(parsed(json));
  if (!about.success) throw new Refusal(exit.data, `${archive} is no backup of Lines.`);
  if (about.data.format > format) {
    throw new Refusal(
      exit.data,
      `${archive} was made by version ${about.data.version}, whose backups this version cannot read.`,
    );
  }
  return createHash('sha256').update(json).digest('hex');
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const small = (entry: Entry, limit: number): Promise<string> => {
  if (entry.size > limit) throw new Refusal(exit.data, `${entry.name} in the backup is too large.`);
  return text(entry.content());
};

/** Writes an entry to the disk and answers its sum. */
const write = async (entry: Entry, path: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    const sum = createHash('sha256');
    for await (const chunk of entry.content()) {
      sum.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return sum.digest('hex');
  } finally {
    await file.close();
  }
};
