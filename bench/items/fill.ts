import type { App } from '../../src/apps/app.ts';
import type { Field } from '../../src/apps/fields/field.ts';
import type { Names } from '../../src/apps/fields/names.ts';
import { titleOf } from '../../src/apps/fields/title.ts';
import type { Doc, Value } from '../../src/apps/fields/value.ts';
import { definitionOf, placesOf } from '../../src/apps/items/definition.ts';
import { insertKeys, keyRows, wordsOf } from '../../src/apps/items/keys.ts';
import { takeNumbers } from '../../src/apps/numbers.ts';
import type { Db } from '../../src/db/doors.ts';
import { insertItemWords } from '../../src/db/item-search.ts';
import { apps, items } from '../../src/db/schema.ts';
import { type Item, valueIn } from '../layouts/fields.ts';
import { madeUpOf } from './app.ts';

/** Writes items as imports do, many at once, with what they are found by. */
export const fillItems = async (db: Db, app: App, made: readonly Item[]): Promise<void> => {
  const of = await definitionOf(db.read, app.id);
  if (!of) throw new Error('There is no such app.');
  const places = placesOf(of);
  for (let from = 0; from < made.length; from += part) {
    const some = made.slice(from, from + part);
    await db.write(async (tx) => {
      const first = await takeNumbers(tx, 'item', some.length);
      const rows = some.map((item, index) => ({
        item,
        number: from + index + 1,
        seq: first + index,
        doc: docOf(app, item),
      }));
      await tx.insert(items).values(
        rows.map(({ item, number, seq, doc }) => ({
          ...{ seq, id: item.id, appId: app.id, number, title: titleOf(app, number, doc, plainNames), doc, version: 1 },
          ...{ createdAt: seq, updatedAt: seq },
        })),
      );
      await insertKeys(
        tx,
        rows.flatMap((row) => keyRows(places, row, plainNames)),
      );
      await insertItemWords(
        tx,
        app.id,
        rows.map((row) => ({ item: row.seq, texts: wordsOf(app, row, plainNames) })),
      );
      await tx.update(apps).set({ lastNumber: from + some.length });
    });
  }
};

/** What an item of the layouts holds, as the product writes it. */
export const docOf = (app: App, item: Item): Doc =>
  Object.fromEntries(
    app.fields.flatMap((field) => {
      const value = valueIn(item, madeUpOf(app, field));
      return value === null ? [] : [[String(field.n), heldAs(field, value)]];
    }),
  );

const heldAs = (field: Field, value: string | number | readonly string[]): Value => {
  if (field.kind === 'yes-no') return value === 1;
  if (field.kind === 'date') return new Date(Number(value)).toISOString().slice(0, 10);
  return field.kind === 'account' ? [String(value)] : value;
};

/** Nobody is behind the ids: each is its own name. */
const plainNames: Names = { nameOf: (_, id) => ({ name: id, gone: false }) };

const part = 500;
