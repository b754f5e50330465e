import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { apps } from '../../db/schema.ts';
import type { StoredFile } from '../../files/store.ts';
import type { App } from '../app.ts';
import { titleOf } from '../fields/title.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { takeNumbers } from '../numbers.ts';
import { writeChange } from './changes.ts';
import { lockApp } from './definition.ts';
import type { By, Item, ItemRef, ItemRefusal, OfApp } from './item.ts';
import { keepItemFiles } from './item-files.ts';
import { judge } from './judge.ts';
import { writeKeys } from './keys.ts';
import { insertItem, itemById, refOf } from './rows.ts';
import { isSameAgain } from './same-again.ts';
import { tell } from './told.ts';

/** A new item as a form brought it. */
export type NewItem = {
  /** Made with the form, so that the same one sent twice is one item. */
  id: string;
  doc: Doc;
  /** What was uploaded with the form. */
  files?: readonly StoredFile[];
};

/** Adds an item, or answers the one that the same form has made before. A refused one takes no number. */
export const createItem = async (tx: Tx, app: OfApp, given: NewItem, by: By): Promise<ItemRef | ItemRefusal> => {
  const of = await lockApp(tx, app.id);
  if (!of) return { refused: 'no-app' };
  const doc = begunWith(of.app, given.doc);
  const known = await itemById(tx, given.id);
  if (known) {
    const same = await isSameAgain(tx, of.app, known, { ...given, doc }, by);
    return same ? refOf(known) : { refused: 'other-content' };
  }
  const files = given.files ?? [];
  const fit = await judge(tx, of, { doc, held: {}, seq: null, files: files.map(({ id }) => id) }, by);
  if ('problems' in fit) return { refused: 'values', problems: fit.problems };

  const number = await nextNumber(tx, of.app);
  const seq = by.import?.seq ?? (await takeNumbers(tx, 'item'));
  const title = titleOf(of.app, number, fit.doc, fit.names);
  const item: Item = { ...fresh, ...stamped(by), id: given.id, appId: of.app.id, seq, number, title, doc: fit.doc };
  await insertItem(tx, item);
  await writeKeys(tx, of, item, fit.names);
  await keepItemFiles(tx, of.app, seq, fit.doc, files, by.at);
  await writeChange(tx, item, 'created', {}, by);
  await tell(tx, of.app, item, {}, fit.doc, by);
  return refOf(item);
};

/** What is no field's is left out; a field that is not on the form begins with its default. */
const begunWith = (app: App, given: Doc): Doc => {
  const doc: { [n: string]: Doc[string] } = {};
  for (const field of app.fields) {
    const value = valueIn(given, field) ?? (field.onForm ? undefined : (field.initial ?? undefined));
    if (value !== undefined) doc[String(field.n)] = value;
  }
  return doc;
};

/** The app is held by `lockApp`: nobody else takes this number. */
const nextNumber = async (tx: Tx, app: App): Promise<number> => {
  const number = app.lastNumber + 1;
  await tx.update(apps).set({ lastNumber: number }).where(eq(apps.id, app.id));
  return number;
};

const fresh = { version: 1, deletedAt: null, deletedBy: null };

const stamped = ({ at, actor, import: brought }: By) => ({
  ...{ createdAt: at, createdBy: actor, updatedAt: at, updatedBy: actor },
  importId: brought?.id ?? null,
});
