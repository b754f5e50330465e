import { newId } from '../../src/id.ts';

/** A GET as a browser sends it. `headers` are added. */
export const get = (path: string, cookie: string, headers = ''): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nAccept-Language: en\r\n${headers}\r\n`);

/** A message as the page's script posts it: a form with files, here without any, whose answer is a fragment. */
export const postMessage = (path: string, cookie: string, id: string = newId()): Buffer => {
  const field = (name: string, value: string) =>
    `--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${field('id', id)}${field('text', text)}--${border}--\r\n`;
  return post(path, cookie, `multipart/form-data; boundary=${border}`, body);
};

/** The same as a plain form. */
export const postPlainMessage = (path: string, cookie: string, id: string = newId()): Buffer =>
  post(path, cookie, 'application/x-www-form-urlencoded', `id=${id}&text=${encodeURIComponent(text)}`);

/** Any form, as the page's script posts it: its answer is a fragment. */
export const postForm = (path: string, cookie: string, body: string): Buffer =>
  post(path, cookie, 'application/x-www-form-urlencoded', body);

/** The same as a browser without scripts posts it: it is led to a page. */
export const postPage = (path: string, cookie: string, body: string): Buffer =>
  Buffer.from(postForm(path, cookie, body).toString().replace('HX-Request: true\r\n', ''));

/** What every measured message says. */
const text = 'Hello! The printer on the third floor says "paper jam", but there is no paper in it.';

const border = '----WebKitFormBoundaryAbCdEfGhIjKlMnOp';

const post = (path: string, cookie: string, type: string, body: string): Buffer =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n` +
      `HX-Request: true\r\nCookie: ${cookie}\r\nAccept-Language: en\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

/** Any bytes, for a bare server. */
export const postBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${bytes.length}\r\n\r\n`), bytes]);
