import type { Readable } from 'node:stream';
import { broken, tooLarge } from './body.ts';
import type { Parsed } from './multipart.ts';

/**
 * Reads an urlencoded form. @throws HTTPException 413 beyond a megabyte, 400 if it breaks off
 */
export const parseUrlencoded = async (body: Readable): Promise<Parsed> => {
  const text = await textOf(body);
  return { fields: [...new URLSearchParams(text)], files: [], problems: [] };
};

const largest = 1024 * 1024;

const textOf = (body: Readable): Promise<string> =>
  new Promise((resolve, reject) => {
    if (body.destroyed) reject(broken('broke off'));
    const chunks: Buffer[] = [];
    let size = 0;
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largest) {
        body.removeAllListeners('data').pause();
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    body.once('end', () => resolve(Buffer.concat(chunks).toString()));
    body.once('error', (cause) => reject(broken('broke off', cause)));
    body.once('close', () => reject(broken('broke off')));
  });
