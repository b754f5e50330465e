import { createHash } from 'node:crypto';
import { and, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemKeys } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { soleOf } from '../fields/keys.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { clip } from './clip.ts';
import type { Complaint } from './shape.ts';

type Row = { row: { line: number }; doc: Doc; complaints: Complaint[] };

/** Watches over the unique values of one file: no two rows of it may hold the same, nor what an item holds already. */
export class Uniques {
  readonly #db: Reader;
  readonly #fields: readonly Field[];
  /** By field and value, the line that had it first. */
  readonly #seen = new Map<string, number>();

  constructor(db: Reader, fields: readonly Field[]) {
    this.#db = db;
    this.#fields = fields.filter(({ sole }) => sole);
  }

  /** Adds what is wrong to the rows. */
  async check(rows: readonly Row[]): Promise<void> {
    for (const field of this.#fields) {
      const taken = await this.#taken(
        field,
        rows.flatMap(({ doc }) => solesIn(field, doc)),
      );
      for (const one of rows) this.#checkRow(field, one, taken);
    }
  }

  #checkRow(field: Field, { row, doc, complaints }: Row, taken: ReadonlySet<string>): void {
    for (const sole of solesIn(field, doc)) {
      const key = `${field.n} ${sole.length > longest ? digest(sole) : sole}`;
      const first = this.#seen.get(key);
      if (first === undefined) this.#seen.set(key, row.line);
      const problem = taken.has(sole) ? 'taken' : first === undefined ? undefined : 'twice';
      if (problem === undefined) continue;
      complaints.push({ field: field.id, problem, about: problem === 'twice' ? String(first) : clip(sole) });
      return;
    }
  }

  async #taken(field: Field, soles: readonly string[]): Promise<ReadonlySet<string>> {
    if (soles.length === 0) return new Set();
    const rows = await this.#db
      .select({ sole: itemKeys.sole })
      .from(itemKeys)
      .where(
        and(
          inArray(itemKeys.field, [field.keysN]),
          inArray(itemKeys.sole, [...soles]),
          // That it is not null is what lets the partial index serve.
          sql`${itemKeys.sole} is not null`,
        ),
      );
    return new Set(rows.flatMap(({ sole }) => sole ?? []));
  }
}

const solesIn = (field: Field, doc: Doc): string[] => {
  const value = valueIn(doc, field);
  if (value === undefined) return [];
  return (typeof value === 'object' ? value : [value]).flatMap((one) => soleOf(field, one) ?? []);
};

/** What is longer is remembered by what stands for it: very many rows must fit. */
const longest = 60;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
