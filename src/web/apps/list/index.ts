import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';

/** The items of an app as a list. */
export const itemListRoutes = new Hono<SignedIn>();
