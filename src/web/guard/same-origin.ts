import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { Anyone, Asked } from '../env.ts';
import { hostOf } from './address.ts';

/**
 * Lets a change through only if a page of ours asks for it. Browsers say so themselves over HTTPS and on localhost
 * (`Sec-Fetch-Site`); over plain HTTP in a company's network they send `Origin` alone.
 * @throws HTTPException 403
 */
export const sameOrigin = createMiddleware<Anyone>(async (c, next) => {
  if (!harmless.has(c.req.method) && !comesFromUs(c))
    throw new HTTPException(403, { message: 'Not from a page of ours' });
  await next();
});

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

const comesFromUs = (c: Asked): boolean => {
  const site = c.req.header('sec-fetch-site');
  // "none": typed, or sent again by the person; no other page can cause that.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = URL.parse(c.req.header('origin') ?? '');
  if (!origin) return false;
  const { publicUrl } = c.var.house.config;
  if (origin.origin === publicUrl) return true;
  // Under the public host the public scheme is required too: whoever can answer for http:// must not speak for https://.
  if (publicUrl && origin.host === new URL(publicUrl).host) return false;
  return origin.host === hostOf(c);
};
