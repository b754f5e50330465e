import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assetsFolder, root } from './paths.ts';

type Names = { iconNames: readonly string[]; appIconNames: readonly string[] };

/**
 * Writes two SVGs with a `<symbol id=name>` for each icon that views/icons/names.ts lists: what all pages use, and what only the pages of
 * apps do. Returns their entries of the manifest; nothing if there is no list. Throws on a name that Lucide does not have.
 */
export async function iconSprites(): Promise<Record<string, string>> {
  const list = join(root, 'views/icons/names.ts');
  if (!existsSync(list)) return {};
  const { iconNames, appIconNames }: Names = await import(pathToFileURL(list).href);
  return { ...(await sprite('icons', iconNames)), ...(await sprite('app-icons', appIconNames)) };
}

async function sprite(name: string, icons: readonly string[]): Promise<Record<string, string>> {
  const symbols = await Promise.all(icons.map(symbol));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8).toUpperCase();
  await writeFile(join(assetsFolder, `${name}-${hash}.svg`), svg);
  return { [`${name}.svg`]: `/assets/${name}-${hash}.svg` };
}

/** How Lucide draws (stroke, width, caps) is left to the stylesheet, where it is said once: only the shapes are taken. */
async function symbol(name: string): Promise<string> {
  const file = join(root, 'node_modules/lucide-static/icons', `${name}.svg`);
  const svg = await readFile(file, 'utf8').catch(() => {
    throw new Error(`views/icons/names.ts: Lucide has no icon called "${name}"`);
  });
  const shapes = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1];
  if (shapes === undefined) throw new Error(`${file}: not the SVG that was expected`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '').trim()}</symbol>`;
}
