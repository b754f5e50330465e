import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { keyId, keyLength } from '../secrets.ts';

/** The keys in a folder, the one to seal with first, and the names of files that should hold one and do not. */
type Keys = { keys: readonly Buffer[]; damaged: readonly string[] };

/** The file in which a key lies, by the key's id. */
export const keyFile = (id: string): string => `secrets-${id}.key`;

/**
 * Reads the keys of a data folder, and makes one when there is none. Each lies in a file of its own under its id: a lost one that
 * is found again is put beside the others, and takes the place of none.
 *
 * @param folder where the keys lie; made when it is not there
 * @param beside a folder on the same disk in which a key may be written before it counts
 * @throws the system's own errors
 */
export const readKeys = async (folder: string, beside: string): Promise<Keys> => {
  const found = await keysIn(folder);
  if (found.keys.length > 0) return found;
  await makeKey(folder, beside);
  return { ...(await keysIn(folder)), damaged: found.damaged };
};

const keysIn = async (folder: string): Promise<Keys> => {
  const keys: Buffer[] = [];
  const damaged: string[] = [];
  for (const name of await namesIn(folder)) {
    const [, id] = /^secrets-([0-9a-f]{8})\.key$/.exec(name) ?? [];
    if (id === undefined) continue;
    const key = Buffer.from((await readFile(join(folder, name), 'utf8')).trim(), 'base64');
    if (key.length === keyLength && keyId(key) === id) keys.push(key);
    else damaged.push(name);
  }
  return { keys, damaged };
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await readdir(folder)).sort();
};

// Written beside and given its name at the end: a power cut leaves a whole key or none, and a backup never takes half of one.
const makeKey = async (folder: string, beside: string): Promise<void> => {
  const key = randomBytes(keyLength);
  const part = join(beside, `.key-${process.pid}-${keyId(key)}.part`);
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(`${key.toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(folder, keyFile(keyId(key))));
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};
