import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';

/** An item: its form, its page, and what is done with it. */
export const itemRoutes = new Hono<SignedIn>();
