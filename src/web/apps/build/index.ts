import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';
import { appListRoutes } from './app-list.tsx';
import { fieldRoutes } from './field.tsx';
import { fieldListRoutes } from './fields.tsx';
import { kindRoutes } from './kind.tsx';
import { newAppRoutes } from './new-app.tsx';
import { removalRoutes } from './removal.tsx';
import { settingsRoutes } from './settings.tsx';

/** Defining apps and their fields, for administrators; and the list of all apps that somebody sees. */
export const buildRoutes = new Hono<SignedIn>()
  .route('/', appListRoutes)
  .route('/', newAppRoutes)
  .route('/', settingsRoutes)
  .route('/', fieldListRoutes)
  .route('/', fieldRoutes)
  .route('/', kindRoutes)
  .route('/', removalRoutes);
