import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { version } from '../version.ts';
import { hasAsset } from './assets.ts';
import type { Anyone } from './env.ts';

/** For whoever watches over the process: that it can serve, and which run of it does (pages in development ask for that). */
export const healthRoutes = new Hono<Anyone>()
  .get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok', version });
  })
  .get('/dev/boot', (c) => {
    c.header('Cache-Control', 'no-store');
    return hasAsset('dev.js') ? c.text(boot) : c.notFound();
  });

const boot = randomUUID();
