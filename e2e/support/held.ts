import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Somebody } from './company.ts';
import { type Answer, type Fields, formOf } from './person.ts';

/**
 * Begins to send a form, and waits until the server has its head: whoever sends it is known and let in by then, and the body alone is
 * missing. So two can be sent at the very same instant.
 *
 * @returns sends the rest, and answers the answer
 */
export const holdForm = async (
  origin: string,
  who: Pick<Somebody, 'cookie'>,
  path: string,
  fields: Fields,
): Promise<() => Promise<Answer>> => {
  const body = String(formOf(fields));
  const sending = request(`${origin}${path}`, {
    method: 'POST',
    agent: false,
    headers: {
      origin,
      cookie: `${who.cookie.name}=${who.cookie.value}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  const answered = once(sending, 'response');
  sending.flushHeaders();
  await once(sending, 'continue');
  return async () => {
    sending.end(body);
    const [response]: IncomingMessage[] = await answered;
    if (!response) throw new Error('The server answered nothing.');
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(response.headersDistinct))
      for (const value of values) headers.append(name, value);
    return { status: response.statusCode ?? 0, html: await text(response), headers };
  };
};
