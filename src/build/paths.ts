import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the browser's files go: names carry a hash of the content, so they may be kept for ever. */
export const assetsFolder = join(root, 'public/assets');

/** Where the server's bundle goes. */
export const serverFolder = join(root, 'dist/server');

/** The files that match these patterns (relative to the project), sorted; a plain path that does not exist is left out. */
export function filesOf(...patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: root })
    .filter((path) => existsSync(join(root, path)))
    .sort();
}
