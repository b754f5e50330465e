import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Anyone } from './env.ts';
import { encodingFor } from './guard/encoding.ts';

/**
 * The address of a built asset, with the hash of its content in it.
 * @param name as the sources call it: `app.css`
 * @throws if the build has no such asset
 */
export const asset = (name: string): string => {
  const address = manifest()[name];
  if (address === undefined) throw new Error(`The build has no asset "${name}"`);
  return address;
};

/** Whether the build has an asset: `dev.js` is only there while one works on the product. */
export const hasAsset = (name: string): boolean => manifest()[name] !== undefined;

/** Everything in `public`: what is built, for ever, by its hash; the rest by its name. Goes before the routes of pages. */
export const assetRoutes = new Hono<Anyone>().get('*', async (c, next) => {
  // Every request comes by here; no page has a dot in its path.
  const found = c.req.path.includes('.') ? (await publicFiles()).get(c.req.path) : undefined;
  if (!found) return next();
  const encoding = found.packed ? encodingFor(c.req.header('accept-encoding')) : undefined;
  const { bytes, tag } = await content(found.path + (encoding ? endings[encoding] : ''));
  c.header('Vary', 'Accept-Encoding');
  c.header('Cache-Control', found.built ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  c.header('ETag', tag);
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  if (encoding) c.header('Content-Encoding', encoding);
  c.header('Content-Type', types[extname(found.path)] ?? 'application/octet-stream');
  return c.body(bytes);
});

// Both from here and from the bundle in dist/server the project's folder is two up.
const folder = join(import.meta.dirname, '../../public');

const manifest = once((): Readonly<Record<string, string>> => {
  const file = join(folder, 'assets/manifest.json');
  if (!existsSync(file)) throw new Error('The assets are not built: run `npm run build`');
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
});

type PublicFile = { path: string; built: boolean; packed: boolean };

/** By the path of their address. Only what was listed can be asked for, so no address can lead out of the folder. */
const publicFiles = once(async (): Promise<ReadonlyMap<string, PublicFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const own = [...paths].filter((path) => !/\.(br|gz)$/.test(path));
  return new Map(own.map((path) => [addressOf(path), describe(path, paths)]));
});

const addressOf = (path: string): string => path.slice(folder.length).split(sep).join('/');

const describe = (path: string, all: ReadonlySet<string>): PublicFile => ({
  path,
  built: addressOf(path).startsWith('/assets/') && !path.endsWith('manifest.json'),
  packed: all.has(`${path}.br`) && all.has(`${path}.gz`),
});

const endings = { br: '.br', gzip: '.gz' };

type Content = { bytes: Uint8Array<ArrayBuffer>; tag: string };
const contents = new Map<string, Promise<Content>>();

/** All of it is small, and the same for everybody: read once. */
const content = (path: string): Promise<Content> => {
  const read = contents.get(path) ?? load(path);
  contents.set(path, read);
  return read;
};

const load = async (path: string): Promise<Content> => {
  const bytes = await readFile(path);
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"` };
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
