import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './runtime.mjs';
import { Refusal } from './says.mjs';

const stamp = join(root, 'dist/.built');
const outputs = ['dist/server/main.js', 'public/assets/manifest.json'].map((path) => join(root, path));
const sources = ['src', 'views', 'package-lock.json', 'tsconfig.json'];

/** Builds server and assets, unless nothing has changed since they were built. A Refusal if the build fails. */
export function buildIfStale() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs.every((path) => existsSync(path))) return;

  rmSync(stamp, { force: true });
  if (runNode(['src/build.ts']) !== 0) {
    throw new Refusal('The build failed: what is wrong stands above.');
  }
  writeFileSync(stamp, now);
}

/** Names, sizes and times of all sources: cheaper than reading them, and a changed branch changes it. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of sources) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const { mtimeMs, size } = statSync(full);
  if (!statSync(full).isDirectory()) return void hash.update(`${path} ${size} ${mtimeMs}\n`);
  const names = readdirSync(full).sort();
  for (const name of names) add(hash, `${path}/${name}`);
}
