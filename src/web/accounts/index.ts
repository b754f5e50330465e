import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { accountPages } from './pages.tsx';

/** Accounts: everybody who ever wrote, on whichever channel. */
export const accountRoutes = new Hono<SignedIn>().route('/', accountPages);
