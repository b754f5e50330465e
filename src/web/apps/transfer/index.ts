import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';

/** Items into a file and out of one. */
export const transferRoutes = new Hono<SignedIn>();
