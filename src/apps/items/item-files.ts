import type { Tx } from '../../db/doors.ts';
import { itemFiles } from '../../db/schema.ts';
import { keepFiles } from '../../files/rows.ts';
import type { StoredFile } from '../../files/store.ts';
import type { App } from '../app.ts';
import { type Doc, valueIn } from '../fields/value.ts';

/** Makes those files an item's that came with its form and that it holds. The others are nobody's, and are swept away. */
export const keepItemFiles = async (
  tx: Tx,
  app: App,
  seq: number,
  doc: Doc,
  came: readonly StoredFile[],
  at: number,
): Promise<void> => {
  for (const field of app.fields.filter(({ kind }) => kind === 'files')) {
    const value = valueIn(doc, field);
    const held = came.filter(({ id }) => Array.isArray(value) && value.includes(id));
    if (held.length === 0) continue;
    await keepFiles(tx, held, at);
    await tx.insert(itemFiles).values(held.map(({ id }) => ({ fileId: id, item: seq, fieldId: field.id })));
  }
};
