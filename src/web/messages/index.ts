import { Hono } from 'hono';
import type { SignedIn } from '../env.ts';
import { messagesMarks } from './marks.ts';
import { messagesReading } from './read.tsx';
import { messagesWriting } from './write.tsx';

/** The section Messages: writing to lines from inside the company. */
export const messagesRoutes = new Hono<SignedIn>()
  .route('/', messagesReading)
  .route('/', messagesWriting)
  .route('/', messagesMarks);
