import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { StoredFile } from '../../files/store.ts';
import { log } from '../../log.ts';
import type { Anyone } from '../env.ts';
import { disposition } from './disposition.ts';
import { rangeOf } from './range.ts';

/**
 * Answers with a stored file, or the part of it that was asked for, from the disk as fast as the browser takes it. The caller
 * has made sure that the person may see it.
 *
 * Whatever it is, it cannot act for us: the type is the one that we sniffed, scripts in it run nowhere, and but for the plain
 * kinds of images it is offered for saving, not shown.
 *
 * @param row the file's row
 */
export const serveFile = async <E extends Anyone>(
  c: Context<E>,
  row: Pick<StoredFile, 'id' | 'name' | 'type' | 'size'>,
): Promise<Response> => {
  const tag = `"${row.id}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'private, max-age=31536000, immutable');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Content-Security-Policy', "sandbox; default-src 'none'");
  c.header('Content-Disposition', disposition(row.name, shown.has(row.type)));
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);

  c.header('Accept-Ranges', 'bytes');
  const part = wantsPart(c, tag) ? rangeOf(c.req.header('range'), row.size) : undefined;
  if (part === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${row.size}`);
    return c.body(null, 416);
  }
  c.header('Content-Type', row.type === 'text/plain' ? 'text/plain; charset=utf-8' : row.type);
  c.header('Content-Length', String(part ? part.end - part.start + 1 : row.size));
  if (part) c.header('Content-Range', `bytes ${part.start}-${part.end}/${row.size}`);
  const status = part ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status);

  const bytes = await c.var.house.files.open(row.id, part);
  if (bytes) return c.body(streamed(bytes), status);
  log.warn('a stored file is missing', { file: row.id });
  for (const name of ['Content-Length', 'Content-Range', 'Content-Disposition', 'ETag']) c.header(name, undefined);
  c.header('Cache-Control', 'no-store');
  return c.notFound();
};

/** Images that hold nothing but an image; SVG is none of them. */
const shown: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** A part of another file's bytes would be glued to what the browser has: `If-Range` says which file it knows. */
const wantsPart = <E extends Anyone>(c: Context<E>, tag: string): boolean =>
  [undefined, tag].includes(c.req.header('if-range'));

const streamed = (bytes: Readable): ReadableStream => Readable.toWeb(bytes, { strategy: { highWaterMark: 1 } });
