import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';
import { deletedRoutes } from './deleted.tsx';
import { listRoutes } from './list.tsx';
import { valuesRoutes } from './values.tsx';
import { viewRoutes } from './views.tsx';

/** Lists of items, and what people set them up to be. */
export const itemListRoutes = new Hono<SignedIn>()
  .route('/', listRoutes)
  .route('/', valuesRoutes)
  .route('/', viewRoutes)
  .route('/', deletedRoutes);
