import { randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Anyone } from '../env.ts';

/**
 * Numbers the request and says what browsers may do with what is answered. Set before the handler runs, so that a handler
 * can say something else (`c.header`), and on errors too; an answer made with a bare `new Response` would go without.
 */
export const headers = createMiddleware<Anyone>(async (c, next) => {
  const requestId = randomBytes(6).toString('hex');
  c.set('requestId', requestId);
  c.header('X-Request-Id', requestId);
  for (const [name, value] of always) c.header(name, value);
  if (c.var.house.config.publicUrl?.startsWith('https:')) for (const [name, value] of secure) c.header(name, value);
  await next();
});

/** What browsers heed by HTTPS alone; over plain HTTP they complain of the first in the console. */
const secure: readonly (readonly [string, string])[] = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
];

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const always: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', policy.join('; ')],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  // Not `no-referrer`: that would turn the Origin of our own forms into "null".
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cache-Control', 'no-store'],
];
