import { parse, serialize } from 'hono/utils/cookie';
import type { Asked } from '../env.ts';

/** What a cookie of ours says. */
export const readCookie = (c: Asked, name: string): string | undefined => {
  const stored = storedName(c, name);
  return parse(c.req.header('cookie') ?? '', stored)[stored];
};

/**
 * Gives the browser a cookie for `maxAge` seconds (0: takes it away): out of reach of scripts and of forms on other sites, and
 * by HTTPS one that neither a plain request nor another host of the same domain can have set.
 */
export const giveCookie = (c: Asked, name: string, value: string, maxAge: number): void => {
  const rules = { path: '/', httpOnly: true, sameSite: 'Lax', secure: byHttps(c), maxAge } as const;
  c.header('Set-Cookie', serialize(storedName(c, name), value, rules), { append: true });
};

const storedName = (c: Asked, name: string): string => (byHttps(c) ? `__Host-${name}` : name);

const byHttps = (c: Asked): boolean => c.var.house.config.publicUrl?.startsWith('https:') ?? false;
