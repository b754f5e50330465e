import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { filesOf, root, serverFolder } from './paths.ts';

// Some bundled packages are CommonJS and ask for node: modules by `require`, which an ES module does not have.
const requireForPackages =
  "import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);";

/**
 * Bundles the server into dist/server: main.js, a file per `*.worker.ts`, and chunks for what is imported on demand.
 * Packages are bundled too (docs/decisions/2026-11-22-bundle-packages.md): only what is native or meant for tests stays outside.
 */
export async function buildServer(): Promise<void> {
  rmSync(serverFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', ...filesOf('src/**/*.worker.ts')],
    entryNames: '[name]',
    chunkNames: 'chunk-[name]-[hash]',
    outdir: serverFolder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    external: ['better-sqlite3', '@electric-sql/pglite', 'esbuild'],
    banner: { js: requireForPackages },
    minifySyntax: true,
    logLevel: 'warning',
  });
  copyMigrations();
}

/** The server looks for its migrations beside itself: `new URL('./migrations/', import.meta.url)` holds in src/db and here. */
function copyMigrations(): void {
  const migrations = join(root, 'src/db/migrations');
  if (existsSync(migrations)) cpSync(migrations, join(serverFolder, 'migrations'), { recursive: true });
}
