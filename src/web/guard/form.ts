import { createMiddleware } from 'hono/factory';
import type { z } from 'zod';
import type { Anyone } from '../env.ts';
import { type Entered, enter } from './entered.ts';
import { readForm } from './upload.ts';

/**
 * Reads a form without files and judges it by `schema`: the handler finds it as `c.var.entered`, refused or not, and shows
 * a refused one again with what was typed.
 * @throws HTTPException 400 for what is no form, 413 beyond every limit
 */
export const form = <S extends z.ZodType>(schema: S) =>
  createMiddleware<Anyone & { Variables: { entered: Entered<z.output<S>> } }>(async (c, next) => {
    const { fields } = await readForm(c);
    c.set('entered', enter(schema, fields));
    await next();
  });
