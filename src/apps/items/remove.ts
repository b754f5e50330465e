import type { Tx } from '../../db/doors.ts';
import type { Problems } from '../fields/schema.ts';
import { numberOf, titleOf } from '../fields/title.ts';
import { writeChange } from './changes.ts';
import { type Definition, lockApp } from './definition.ts';
import type { By, Item, OfApp } from './item.ts';
import { fitted } from './judge.ts';
import { forgetKeys, writeKeys } from './keys.ts';
import { itemById, updateItem } from './rows.ts';
import { followTitle } from './title.ts';
import { tell } from './told.ts';

/** What became of a deletion or of a restoration; `same`: it was so already. */
export type Removed =
  | { kind: 'changed' | 'same'; item: Item }
  /** What it holds in unique fields others have by now. */
  | { kind: 'refused'; problems: Problems }
  | { kind: 'gone' };

/** Deletes an item: nobody finds it any more, and what refers to it shows it as deleted. It can come back for 30 days. */
export const deleteItem = async (tx: Tx, app: OfApp, itemId: string, by: By): Promise<Removed> => {
  const found = await itemIn(tx, app, itemId);
  if (!found) return { kind: 'gone' };
  const { of, item: before } = found;
  if (before.deletedAt !== null) return { kind: 'same', item: before };
  const item = turned(before, { deletedAt: by.at, deletedBy: by.actor }, by);
  await updateItem(tx, item);
  await forgetKeys(tx, of, item.seq);
  await tellRemoval(tx, of, before, item, by);
  return { kind: 'changed', item };
};

/** Brings a deleted item back, as it was; refused where a value that is unique is another item's by now. */
export const restoreItem = async (tx: Tx, app: OfApp, itemId: string, by: By): Promise<Removed> => {
  const found = await itemIn(tx, app, itemId);
  if (!found) return { kind: 'gone' };
  const { of, item: before } = found;
  if (before.deletedAt === null) return { kind: 'same', item: before };
  const fit = await fitted(tx, of, before.doc, before.seq);
  if ('problems' in fit) return { kind: 'refused', problems: fit.problems };
  const title = titleOf(of.app, before.number, fit.doc, fit.names);
  const item = { ...turned(before, { deletedAt: null, deletedBy: null }, by), title, doc: fit.doc };
  await updateItem(tx, item);
  await writeKeys(tx, of, item, fit.names);
  await followTitle(tx, before, item);
  await tellRemoval(tx, of, before, item, by);
  return { kind: 'changed', item };
};

const itemIn = async (tx: Tx, app: OfApp, itemId: string): Promise<{ of: Definition; item: Item } | undefined> => {
  const of = await lockApp(tx, app.id);
  const item = await itemById(tx, itemId);
  return of && item?.appId === of.app.id ? { of, item } : undefined;
};

const turned = (item: Item, how: Pick<Item, 'deletedAt' | 'deletedBy'>, { at, actor }: By): Item => ({
  ...{ ...item, ...how },
  ...{ version: item.version + 1, updatedAt: Math.max(at, item.updatedAt), updatedBy: actor },
});

/** Its accounts are nobody's while it is deleted. Its title is content, which not every reader of the log may see: it is told by its number. */
const tellRemoval = async (tx: Tx, { app }: Definition, before: Item, item: Item, by: By): Promise<void> => {
  const gone = item.deletedAt !== null;
  const told = { app: app.id, name: `${app.name} ${numberOf(app, item.number)}` };
  await writeChange(tx, item, gone ? 'deleted' : 'restored', {}, { ...by, at: item.updatedAt });
  await tx.record(null, {
    ...{ actor: by.actor, action: gone ? 'item.deleted' : 'item.restored', object: item.id },
    ...(gone ? { before: told } : { after: told }),
  });
  await tell(tx, app, item, gone ? before.doc : {}, gone ? {} : item.doc, by);
};
