import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { buildRoutes } from './build/index.ts';
import { itemRoutes } from './items/index.ts';
import { itemListRoutes } from './list/index.ts';
import { transferRoutes } from './transfer/index.ts';

/** Apps, and the items in them. */
export const appRoutes = new Hono<SignedIn>()
  .route('/', buildRoutes)
  .route('/', transferRoutes)
  .route('/', itemRoutes)
  .route('/', itemListRoutes);
