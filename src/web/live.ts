import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Language, languages } from '../i18n/language.ts';
import type { SignedIn } from './env.ts';

/** How long a browser shall wait when there are too many streams, seconds. */
const retryAfter = '20';

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies must neither keep, nor compress, nor collect it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
};

const fact = z.coerce.number().int().nonnegative();
/** `language`: that of the page, whose worker asks on its own and may say another one in its headers. */
const query = z.object({ after: fact.catch(0), language: z.enum(languages).optional().catch(undefined) });

/** The live stream, and the same by polling; for who is signed in, which is asked before. */
export const liveRoutes = new Hono<SignedIn>()
  .get('/live', zValidator('query', query), async (c) => {
    // Hono asks GET handlers on HEAD, too; a stream without a body would never end.
    if (c.req.raw.method === 'HEAD') return c.body(null, 200, headers);
    const resumed = fact.safeParse(c.req.header('Last-Event-ID') || undefined);
    const after = resumed.success ? resumed.data : c.req.valid('query').after;
    const { outgoing } = c.env;
    const caller = callerOf(c.var, c.req.valid('query').language);
    const connected = await c.var.house.hub.connect(caller, after, () => {
      // The end of the connection ends it: chunks would only put numbers between the events.
      outgoing.useChunkedEncodingByDefault = false;
      outgoing.writeHead(200, headers);
      outgoing.socket?.setKeepAlive(true, 30_000);
      return outgoing;
    });
    if (connected === 'full') return c.body(null, 503, { 'Retry-After': retryAfter });
    if (connected === 'signed-out') return c.body(null, 401);
    if (outgoing.closed) connected();
    else outgoing.once('close', connected);
    return RESPONSE_ALREADY_SENT;
  })
  .get('/live/poll', zValidator('query', query), async (c) => {
    const caller = callerOf(c.var, c.req.valid('query').language);
    const polled = await c.var.house.hub.poll(caller, c.req.valid('query').after);
    c.header('Cache-Control', 'no-store');
    return polled === 'signed-out' ? c.body(null, 401) : c.json(polled);
  });

const callerOf = ({ person, signIn }: SignedIn['Variables'], language: Language | undefined) => ({
  person: { ...person, language: language ?? person.language },
  signIn,
});
