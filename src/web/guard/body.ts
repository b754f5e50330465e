import { Readable } from 'node:stream';
import { HTTPException } from 'hono/http-exception';
import type { Asked } from '../env.ts';

/** The body of a request as a Node stream; straight from the socket where there is one, which spares two copies. */
export const bodyOf = (c: Asked): Readable => {
  // Requests that tests make up come without a socket.
  const incoming: Readable | undefined = c.env?.incoming;
  return incoming ?? Readable.from(c.req.raw.body ?? []);
};

/** The body is no form, or ends before its end. */
export const broken = (why: string, cause?: unknown) => new HTTPException(400, { message: `Bad form: ${why}`, cause });

/** The body goes beyond every limit: no form of ours is that large. */
export const tooLarge = () => new HTTPException(413, { message: 'The form is too large' });
