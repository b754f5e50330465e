import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';
import { userUnitsRoutes } from './of-user.tsx';
import { unitRoutes } from './unit.tsx';
import { unitsRoutes } from './units.tsx';

/** The org structure: the tree, each unit of it, and each person's places in it. */
export const orgRoutes = new Hono<SignedIn>()
  .route('/', unitsRoutes)
  .route('/', unitRoutes)
  .route('/', userUnitsRoutes);
