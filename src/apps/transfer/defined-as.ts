import { createHash } from 'node:crypto';
import type { App } from '../app.ts';

/**
 * Stands for all of an app by which a row is judged. What does not matter to a file, such as a name, a right or where keys lie, may change
 * while it is read and written.
 */
export const definedAs = ({ fields }: App): string => {
  const told = fields
    .map(({ id, n, kind, required, sole, options, initial }) =>
      JSON.stringify([id, n, kind, required, sole, options, initial]),
    )
    .sort();
  return createHash('sha256').update(told.join('\n')).digest('base64');
};
