import { readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compressAll } from './compress.ts';
import { iconSprites } from './icons.ts';
import { assetsFolder, filesOf, root } from './paths.ts';

/** Asset name as the views say it ("app.css") → its address with the hash in it ("/assets/app-ABC123.css"). */
type Manifest = Record<string, string>;

/**
 * Builds public/assets: every src/browser/*.ts and the two style sheets bundled and minified, the icons' sprites, and
 * manifest.json, written last. Returns how many assets there are.
 * @param options.compress also leave a .br and a .gz beside each
 */
export async function buildAssets(options: { readonly compress: boolean }): Promise<number> {
  await mkdir(assetsFolder, { recursive: true });
  const manifest = { ...(await bundles()), ...(await iconSprites()) };
  const kept = Object.values(manifest).map((url) => basename(url));
  if (options.compress) await compressAll(kept.map((name) => join(assetsFolder, name)));
  await writeFile(join(assetsFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  removeOthers(kept, options.compress);
  return kept.length;
}

async function bundles(): Promise<Manifest> {
  const entryPoints = filesOf('src/browser/*.ts', 'views/styles/{app,apps}.css').filter(isEntry);
  if (entryPoints.length === 0) return {};
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: assetsFolder,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    // No modules: a shared or service worker then loads in every browser that we name here.
    format: 'iife',
    target: ['chrome120', 'firefox121', 'safari17.2'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.fromEntries(
    Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => {
      if (entryPoint === undefined) return [];
      return [[basename(entryPoint).replace(/\.ts$/, '.js'), `/assets/${basename(path)}`]];
    }),
  );
}

function isEntry(path: string): boolean {
  if (/\.(test|d)\.ts$/.test(path)) return false;
  // The page's reload while one works on it has no place in what people load.
  return !(basename(path) === 'dev.ts' && dirname(path).endsWith('browser') && process.env['DEV'] !== '1');
}

/** Older builds' files go, so that the folder never grows. */
function removeOthers(kept: readonly string[], compressed: boolean): void {
  const endings = compressed ? ['', '.br', '.gz'] : [''];
  const wanted = new Set(['manifest.json', ...kept.flatMap((name) => endings.map((ending) => name + ending))]);
  for (const name of readdirSync(assetsFolder)) {
    if (!wanted.has(name)) rmSync(join(assetsFolder, name), { recursive: true });
  }
}
