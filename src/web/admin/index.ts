import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { signedIn } from '../guard/signed-in.ts';
import { auditRoutes } from './audit/index.tsx';
import { groupRoutes } from './group.tsx';
import { groupsRoutes } from './groups.tsx';
import { importRoutes } from './import/index.tsx';
import { invitationRoutes } from './import/invitations.ts';
import { securityRoutes } from './security.tsx';
import { orgRoutes } from './units/index.ts';
import { userRoutes } from './user.tsx';
import { usersRoutes } from './users.tsx';

/** What administrators keep: users and groups. */
export const adminRoutes = new Hono<SignedIn>()
  .get('/admin', signedIn, administrator, (c) => c.redirect('/admin/users', 303))
  .route('/', importRoutes)
  .route('/', invitationRoutes)
  .route('/', usersRoutes)
  .route('/', userRoutes)
  .route('/', groupsRoutes)
  .route('/', groupRoutes)
  .route('/', orgRoutes)
  .route('/', auditRoutes)
  .route('/', securityRoutes);
