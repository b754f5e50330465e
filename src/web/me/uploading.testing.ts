import { Readable } from 'node:stream';
import type { createApp } from '../../app.ts';

/** Sends a file as the page's form does. `cookie`: whose browser. */
export const uploadPicture = async (
  app: ReturnType<typeof createApp>,
  cookie: string,
  file: Uint8Array,
): Promise<Response> => {
  const form = new FormData();
  form.set('avatar', new Blob([Uint8Array.from(file)]), 'me.jpg');
  const packed = new Response(form);
  const type = packed.headers.get('content-type') ?? '';
  const body = Buffer.from(await packed.arrayBuffer());
  const headers = { host: 'localhost', cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' };
  const incoming = Object.assign(Readable.from([body]), { socket: { remoteAddress: '127.0.0.1' } });
  return await app.request('http://localhost/me/avatar', { method: 'POST', body, headers }, { incoming });
};
