import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { deskLists } from './lists.tsx';
import { deskMarks } from './marks.ts';
import { deskMoves } from './moves.tsx';
import { deskSession } from './session.tsx';
import { deskWriting } from './write.tsx';

/** The desk: lines and boxes, sessions, and what is done with them. */
export const deskRoutes = new Hono<SignedIn>()
  .route('/', deskMoves)
  .route('/', deskLists)
  .route('/', deskSession)
  .route('/', deskWriting)
  .route('/', deskMarks);
