import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { ownPasswordRoutes } from './password.tsx';
import { pictureRoutes } from './picture.ts';
import { profileRoutes } from './profile.ts';
import { securityRoutes } from './security.tsx';

/** What people keep for themselves. */
export const meRoutes = new Hono<SignedIn>()
  .route('/', profileRoutes)
  .route('/', pictureRoutes)
  .route('/', ownPasswordRoutes)
  .route('/', securityRoutes);
