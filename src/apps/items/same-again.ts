import { inArray } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { files } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { sameValue } from '../fields/same.ts';
import { type Doc, type Value, valueIn } from '../fields/value.ts';
import { docAt } from './changes.ts';
import type { By, Item, OfApp } from './item.ts';
import type { NewItem } from './write.ts';

/**
 * Whether a form with the id of an item that is there is the one that made it: the same person's, with the same content. What has
 * happened to the item since does not matter, nor that its files were stored once more.
 */
export const isSameAgain = async (tx: Tx, app: App, known: Item, given: NewItem, by: By): Promise<boolean> => {
  if (known.appId !== (app satisfies OfApp).id || known.createdBy !== by.actor) return false;
  const first = await docAt(tx, known, 1);
  const hashes = await hashesOf(tx, app, first, given);
  return app.fields.every((field) => {
    const said = (doc: Doc) => (field.kind === 'files' ? hashed(valueIn(doc, field), hashes) : valueIn(doc, field));
    return sameValue(said(first), said(given.doc));
  });
};

const hashed = (value: Value | undefined, hashes: ReadonlyMap<string, string>): Value | undefined =>
  Array.isArray(value) ? value.map((id: string) => hashes.get(id) ?? id) : value;

/** What files hold, by their ids. */
const hashesOf = async (tx: Tx, app: App, first: Doc, given: NewItem): Promise<ReadonlyMap<string, string>> => {
  const ids = app.fields
    .filter(({ kind }) => kind === 'files')
    .flatMap((field) => [valueIn(first, field), valueIn(given.doc, field)])
    .flatMap((value) => (Array.isArray(value) ? value : []));
  const came = (given.files ?? []).map(({ id, hash }) => [id, hash] as const);
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: files.id, hash: files.hash }).from(files).where(inArray(files.id, ids));
  return new Map([...rows.map(({ id, hash }) => [id, hash] as const), ...came]);
};
