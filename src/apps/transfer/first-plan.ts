import type { FileStore, StoredFile } from '../../files/store.ts';
import type { App } from '../app.ts';
import { guessColumns, senseOf } from './columns.ts';
import { definedAs } from './defined-as.ts';
import { lookAt } from './file.ts';
import type { ImportPlan } from './shape.ts';

/**
 * What is to become of a file, as far as it can be guessed.
 *
 * @param at in which language numbers are written, and in which zone moments are, where the file does not say so itself
 * @throws FileWrong
 */
export const firstPlan = async (
  files: FileStore,
  app: App,
  { id, size }: Pick<StoredFile, 'id' | 'size'>,
  at: ImportPlan['at'],
): Promise<ImportPlan> => {
  const file = await lookAt(() => files.open(id), size, senseOf(app.fields));
  const columns = guessColumns(file.header, app.fields);
  return { file, columns, onBad: 'skip', definedAs: definedAs(app), at, found: null, numbers: null, failure: null };
};
