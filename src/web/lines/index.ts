import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { archivingRoutes } from './archiving.ts';
import { audienceRoutes } from './audience.tsx';
import { avatarRoutes } from './avatar.ts';
import { listRoutes } from './list.tsx';
import { newLineRoutes } from './new.tsx';
import { settingsRoutes } from './settings.tsx';

/** Everything that configures lines. Stands before the desk, whose `/lines/:id` would take `/lines/new` for a line. */
export const lineRoutes = new Hono<SignedIn>()
  .route('/', listRoutes)
  .route('/', audienceRoutes)
  .route('/', newLineRoutes)
  .route('/', settingsRoutes)
  .route('/', archivingRoutes)
  .route('/', avatarRoutes);
