import { Hono } from 'hono';
import type { SignedIn } from '../../env.ts';
import { commentRoutes } from './comments.ts';
import { editItemRoutes } from './edit.ts';
import { fieldOptionsRoutes } from './field-options.tsx';
import { itemPageRoutes } from './item.ts';
import { newItemRoutes } from './new.tsx';
import { removalRoutes } from './removal.tsx';

/** An item: its form, its page, and what is done with it. */
export const itemRoutes = new Hono<SignedIn>()
  .route('/', newItemRoutes)
  .route('/', fieldOptionsRoutes)
  .route('/', editItemRoutes)
  .route('/', itemPageRoutes)
  .route('/', removalRoutes)
  .route('/', commentRoutes);
