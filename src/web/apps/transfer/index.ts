import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';
import { exportRoutes } from './export.ts';
import { importRoutes } from './import.tsx';
import { importsRoutes } from './imports.tsx';

/** Items into a file and out of one. */
export const transferRoutes = new Hono<SignedIn>()
  .route('/', exportRoutes)
  .route('/', importsRoutes)
  .route('/', importRoutes);
