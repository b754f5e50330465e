import type { Somebody } from './company.ts';

/** The answer to a request, read to its end. */
export type Answer = { readonly status: number; readonly html: string; readonly headers: Headers };

/** What is sent as a form: a list stands for several fields of one name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;
type Headed = Readonly<Record<string, string>>;

/** Somebody who asks the server over a real socket, as a browser of theirs would. */
export type Asker = {
  get(path: string, headers?: Headed): Promise<Answer>;
  /** Sends an urlencoded form. */
  post(path: string, fields?: Fields, headers?: Headed): Promise<Answer>;
  /** Sends a form as the composer does: multipart, with files. */
  send(path: string, fields: Fields, files?: readonly File[], headers?: Headed): Promise<Answer>;
  /** Opens the live stream. */
  stream(after: number): Promise<Response>;
};

/** As the page's own scripts ask. */
export const htmx = { 'hx-request': 'true' };

/** @param who whose browser it is; null: nobody's */
export const askAs = (origin: string, who: Pick<Somebody, 'cookie'> | null): Asker => {
  const cookie = who ? `${who.cookie.name}=${who.cookie.value}` : '';
  const ask = (path: string, headers: Headed, body?: URLSearchParams | FormData): Promise<Response> =>
    fetch(`${origin}${path}`, {
      headers: { origin, cookie, ...headers },
      redirect: 'manual',
      ...(body && { method: 'POST', body }),
    });
  return {
    get: async (path, headers = {}) => read(await ask(path, headers)),
    post: async (path, fields = {}, headers = {}) => read(await ask(path, headers, formOf(fields))),
    send: async (path, fields, files = [], headers = {}) => {
      const form = filled(new FormData(), fields);
      for (const file of files) form.append('files', file);
      return read(await ask(path, headers, form));
    },
    stream: (after) => ask(`/live?after=${after}`, {}),
  };
};

/** A form as browsers send it that has no files. */
export const formOf = (fields: Fields): URLSearchParams => filled(new URLSearchParams(), fields);

const filled = <F extends URLSearchParams | FormData>(form: F, fields: Fields): F => {
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
};

const read = async (response: Response): Promise<Answer> => ({
  status: response.status,
  html: await response.text(),
  headers: response.headers,
});
