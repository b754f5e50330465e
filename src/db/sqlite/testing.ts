import { existsSync, readFileSync } from 'node:fs';

/** How many commits SQLite's log beside `file` holds: a frame that ends one says how large the file is then. */
export const commitsIn = (file: string): number => {
  if (!existsSync(`${file}-wal`)) return 0;
  const log = readFileSync(`${file}-wal`);
  if (log.length < header) return 0;
  const frame = 24 + log.readUInt32BE(8);
  const salt = log.readBigUInt64BE(16);
  let commits = 0;
  for (let at = header; at + frame <= log.length && log.readBigUInt64BE(at + 8) === salt; at += frame) {
    if (log.readUInt32BE(at + 4) > 0) commits++;
  }
  return commits;
};

const header = 32;
