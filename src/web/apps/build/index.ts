import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';

/** Defining apps and their fields, for administrators; and the list of all apps that somebody sees. */
export const buildRoutes = new Hono<SignedIn>();
