import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';

/** Creating records from the chat: the account block of a session, and Create. */
export const recordRoutes = new Hono<SignedIn>();
