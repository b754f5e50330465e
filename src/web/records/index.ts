import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { accountLinkRoutes } from './account.tsx';
import { newRecordRoutes } from './items.tsx';

/** Creating records from the chat: the account block of a session, and Create. */
export const recordRoutes = new Hono<SignedIn>().route('/', accountLinkRoutes).route('/', newRecordRoutes);
