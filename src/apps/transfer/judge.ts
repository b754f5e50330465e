import type { CsvRow } from '../../csv/read.ts';
import type { Reader } from '../../db/doors.ts';
import type { App } from '../app.ts';
import { lookupsOf, readCell } from '../fields/cell.ts';
import type { Field } from '../fields/field.ts';
import { itemSchema, problemsOf } from '../fields/schema.ts';
import type { Doc, Value } from '../fields/value.ts';
import { clip, clipRow } from './clip.ts';
import { beginning } from './columns.ts';
import { Lookups } from './lookups.ts';
import type { BadRow, Complaint, ImportPlan } from './shape.ts';
import { Uniques } from './uniques.ts';

/** A row that an item can be made of, or what is wrong with it. */
export type JudgedRow = { line: number; doc: Doc } | { bad: BadRow };

/** A row half-way: what its cells told. */
type Read = { row: CsvRow; doc: Doc; complaints: Complaint[] };

/** Judges the rows of one file, some at a time, in their order. */
export class Judge {
  readonly #columns: readonly (Field | undefined)[];
  readonly #width: number;
  readonly #fields: readonly Field[];
  readonly #schema: ReturnType<typeof itemSchema>;
  readonly #at: { language: string; zone: string };
  readonly #lookups: Lookups;
  readonly #uniques: Uniques;
  readonly #initial: Doc;

  /** @param actor who imports: what they may not see cannot be referred to */
  constructor(db: Reader, app: App, plan: Pick<ImportPlan, 'columns' | 'file' | 'at'>, actor: string) {
    this.#columns = plan.columns.map((id) => app.fields.find((field) => field.id === id));
    this.#width = plan.file.header.length;
    this.#fields = app.fields;
    this.#schema = itemSchema(app.fields);
    this.#at = plan.at;
    this.#lookups = new Lookups(db, actor);
    this.#uniques = new Uniques(db, app.fields);
    this.#initial = beginning(app.fields.filter((field) => !plan.columns.includes(field.id)));
  }

  async judge(rows: readonly CsvRow[]): Promise<JudgedRow[]> {
    await this.#lookups.prepare(this.#wanted(rows));
    const read = rows.map((row) => this.#judgeRow(row));
    await this.#uniques.check(read.filter(({ complaints }) => complaints.length === 0));
    return read.map(({ row: { line, cells }, doc, complaints }) =>
      complaints.length > 0 ? { bad: { line, text: clipRow(cells), complaints } } : { line, doc },
    );
  }

  #wanted(rows: readonly CsvRow[]): ReadonlyMap<Field, ReadonlySet<string>> {
    const wanted = new Map<Field, Set<string>>();
    for (const [place, field] of this.#columns.entries()) {
      if (!field) continue;
      const texts = new Set(rows.flatMap(({ cells }) => lookupsOf(field, cells[place] ?? '')));
      if (texts.size > 0) wanted.set(field, texts);
    }
    return wanted;
  }

  #judgeRow(row: CsvRow): Read {
    const { cells } = row;
    if (!this.#fits(cells)) {
      const about = `${cells.length}/${this.#width}`;
      return { row, doc: {}, complaints: [{ field: null, problem: 'columns', about }] };
    }
    const given: Record<string, Value> = { ...this.#initial };
    const wrong = new Map<string, Complaint>();
    for (const [place, field] of this.#columns.entries()) {
      if (!field) continue;
      const { value, problem } = readCell(field, cells[place] ?? '', this.#lookups.find, this.#at);
      if (problem) wrong.set(field.id, { field: field.id, problem, about: clip(cells[place] ?? '') });
      else if (value !== undefined) given[String(field.n)] = value;
    }
    const judged = this.#schema.safeParse(given);
    const problems = judged.success ? {} : problemsOf(judged.error, this.#fields);
    for (const [field, problem] of Object.entries(problems))
      if (!wrong.has(field)) wrong.set(field, { field, problem, about: this.#cellOf(field, cells) });
    return { row, doc: judged.data ?? {}, complaints: [...wrong.values()] };
  }

  /** What is empty beyond the last named column was left there by a spreadsheet. */
  #fits(cells: readonly string[]): boolean {
    return cells.length >= this.#width && cells.slice(this.#width).every((cell) => cell.trim() === '');
  }

  #cellOf(fieldId: string, cells: readonly string[]): string {
    const place = this.#columns.findIndex((field) => field?.id === fieldId);
    return clip(cells[place] ?? '');
  }
}
