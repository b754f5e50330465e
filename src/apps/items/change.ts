import type { Tx } from '../../db/doors.ts';
import type { StoredFile } from '../../files/store.ts';
import type { App } from '../app.ts';
import { titleOf } from '../fields/title.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { type ChangedValues, changedIn, docAt, writeChange } from './changes.ts';
import { type Definition, lockApp, placesOf } from './definition.ts';
import type { By, Changed, Item, OfApp } from './item.ts';
import { keepItemFiles } from './item-files.ts';
import { type Fit, judge } from './judge.ts';
import { rewriteKeys, writeWords } from './keys.ts';
import { merge } from './merge.ts';
import { itemById, updateItem } from './rows.ts';
import { followTitle } from './title.ts';
import { tell } from './told.ts';

/** A change as a form brought it. */
export type ItemChange = {
  /** The version that the form showed. */
  base: number;
  doc: Doc;
  /** What the form showed; left out, it is what the item held at that version. */
  shown?: Doc;
  /** Ids of the fields that the form had; the others keep what they hold. Left out: all. */
  fields?: readonly string[];
  /** What was uploaded with the form. */
  files?: readonly StoredFile[];
};

/**
 * Changes an item, field by field: what others did meanwhile to other fields stays. Where both changed the same field, each to something
 * else, nothing is stored, and whoever came second is told.
 */
export const changeItem = async (tx: Tx, app: OfApp, itemId: string, change: ItemChange, by: By): Promise<Changed> => {
  const of = await lockApp(tx, app.id);
  const item = await itemById(tx, itemId);
  if (!of || !item || item.appId !== app.id || item.deletedAt !== null) return { kind: 'gone' };
  const shown = change.shown ?? (await docAt(tx, item, change.base));
  const typed = typedIn(of.app, change, shown);
  const { fields, merged } = merge(of.app.fields, { shown, typed, now: item.doc });
  if (fields.length > 0) return { kind: 'conflict', item, fields, merged };
  const files = change.files ?? [];
  const judged = { doc: merged, held: item.doc, seq: item.seq, files: files.map(({ id }) => id) };
  const fit = await judge(tx, of, judged, by);
  return 'problems' in fit ? { kind: 'refused', problems: fit.problems } : store(tx, of, item, fit, files, by);
};

/** Stores what an item holds now, if that is anything else: with its keys, its words, its title, its history, and for the screens. */
export const store = async (
  tx: Tx,
  of: Definition,
  before: Item,
  { doc, names }: Fit,
  files: readonly StoredFile[],
  by: By,
): Promise<Extract<Changed, { item: Item }>> => {
  const changed = changedIn(before.doc, doc);
  if (Object.keys(changed).length === 0) return { kind: 'same', item: before };
  const title = titleOf(of.app, before.number, doc, names);
  const at = Math.max(by.at, before.updatedAt);
  const item = { ...before, doc, title, version: before.version + 1, updatedAt: at, updatedBy: by.actor };
  await updateItem(tx, item);
  const places = placesOf(of).filter(({ field }) => Object.hasOwn(changed, String(field.n)));
  await rewriteKeys(tx, places, item, names);
  await writeWords(tx, of.app, item, names);
  await keepItemFiles(tx, of.app, item.seq, doc, files, at);
  await writeChange(tx, item, 'changed', toldOf(of.app, changed), { ...by, at });
  await followTitle(tx, before, item);
  await tell(tx, of.app, item, before.doc, doc, by);
  return { kind: 'changed', item };
};

/** What the history tells: not what stands there only because a field is getting another type. */
const toldOf = (app: App, changed: ChangedValues): ChangedValues =>
  Object.fromEntries(Object.entries(changed).filter(([n]) => app.fields.some((field) => String(field.n) === n)));

/** What was typed; in fields that the form did not have, what it would have shown. */
const typedIn = (app: App, { doc, fields }: ItemChange, shown: Doc): Doc => {
  const had = (id: string) => fields === undefined || fields.includes(id);
  const typed: { [n: string]: Doc[string] } = {};
  for (const field of app.fields) {
    const value = valueIn(had(field.id) ? doc : shown, field);
    if (value !== undefined) typed[String(field.n)] = value;
  }
  return typed;
};
