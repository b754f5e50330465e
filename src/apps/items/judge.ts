import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { itemKeys, items } from '../../db/schema.ts';
import { keysOf } from '../fields/keys.ts';
import { type Names, namesFor } from '../fields/names.ts';
import { judgeDoc, type Problems } from '../fields/schema.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { withConversions } from './converting.ts';
import { type Definition, type Place, placesOf } from './definition.ts';
import type { By } from './item.ts';
import { unknownIn } from './known.ts';

/** What a document is judged by, beside its app. */
export type Judged = {
  doc: Doc;
  /** What the item held before. */
  held: Doc;
  /** The item's number (`seq`); none yet for a new one. */
  seq: number | null;
  /** Ids of files that came with the form. */
  files: readonly string[];
};

/** A document as it can be stored, with the names of all that it refers to. */
export type Fit = { doc: Doc; names: Names };

/** Judges a document by all that its app says and by what the database holds. Nothing is written. */
export const judge = async (tx: Tx, of: Definition, judged: Judged, by: By): Promise<Fit | { problems: Problems }> => {
  const form = judgeDoc(of.app.fields, judged.doc, judged.held);
  const unknown = await unknownIn(tx, of.app, judged, by);
  const problems = { ...unknown, ...(form.ok ? {} : form.problems) };
  return !form.ok || anyIn(problems) ? { problems } : fitted(tx, of, form.doc, judged.seq);
};

/** The part of it that holds for every item, whoever changes it: no unique value twice, and nothing that a change of type would lose. */
export const fitted = async (
  tx: Tx,
  of: Definition,
  given: Doc,
  seq: number | null,
): Promise<Fit | { problems: Problems }> => {
  const { doc, lost } = withConversions(of, given);
  if (anyIn(lost)) return { problems: lost };
  const places = placesOf(of);
  const names = await namesFor(
    tx,
    places.map(({ field }) => field),
    [doc],
    null,
  );
  const taken = await takenIn(tx, places, doc, seq, names);
  return anyIn(taken) ? { problems: taken } : { doc, names };
};

const anyIn = (problems: Problems): boolean => Object.keys(problems).length > 0;

/** Which of the unique values another item holds. The app is held by `lockApp`: nobody takes one before this unit of work ends. */
const takenIn = async (
  tx: Tx,
  places: readonly Place[],
  doc: Doc,
  seq: number | null,
  names: Names,
): Promise<Problems> => {
  const problems: Record<string, Problems[string]> = {};
  for (const { field, keys } of places) {
    if (!field.sole) continue;
    const soles = keysOf(field, valueIn(doc, field), names).flatMap(({ sole }) => sole ?? []);
    if (soles.length === 0) continue;
    const others = and(inArray(itemKeys.field, [...keys]), inArray(itemKeys.sole, soles), isAnother(seq));
    const [other] = await tx.select({ item: itemKeys.item }).from(itemKeys).where(others).limit(1);
    if (other || (keys.length > 1 && (await isHeldAlready(tx, { field, keys }, doc, seq, names))))
      problems[field.id] = 'taken';
  }
  return problems;
};

/** While a field is becoming unique, not every item has said yet what it holds: who is found by the same key is asked. */
const isHeldAlready = async (
  tx: Tx,
  { field }: Place,
  doc: Doc,
  seq: number | null,
  names: Names,
): Promise<boolean> => {
  const rowsOf = (one: Doc) => keysOf(field, valueIn(one, field), names);
  for (const { key, number, ref, sole } of rowsOf(doc)) {
    const column =
      ref !== null ? eq(itemKeys.ref, ref) : key !== null ? eq(itemKeys.key, key) : eq(itemKeys.number, number ?? 0);
    const alike = await tx
      .select({ doc: items.doc })
      .from(itemKeys)
      .innerJoin(items, eq(items.seq, itemKeys.item))
      .where(and(eq(itemKeys.field, field.keysN), column, seq === null ? undefined : ne(itemKeys.item, seq)))
      .limit(100);
    if (sole !== null && alike.some((other) => rowsOf(other.doc as Doc).some((row) => row.sole === sole))) return true;
  }
  return false;
};

// That it is not null is what lets the partial index serve.
const isAnother = (seq: number | null) =>
  and(sql`${itemKeys.sole} is not null`, seq === null ? undefined : ne(itemKeys.item, seq));
