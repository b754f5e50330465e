import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { fields, items } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import type { Choice, Field, FieldOptions } from '../fields/field.ts';
import type { FieldKind } from '../fields/kinds.ts';
import { type Doc, type Value, valueIn } from '../fields/value.ts';
import { planConversion, planRekey } from '../upkeep/plan.ts';
import { appChanged } from './app.ts';
import { canConvert, converter, isTextual } from './convert.ts';
import { buildLimits, canBegin, canBeSole } from './definition.ts';
import { columns, fieldIn, mustNotConvert, withField } from './field.ts';
import { told } from './field-audit.ts';
import { bump, holdApp, mustServeLines } from './hold.ts';
import { sameValue } from './merge.ts';
import { type By, NotBuilt } from './refusal.ts';

/** What a field is to become: a choice without choices gets those that the values need. */
export type Wanted = { kind: FieldKind; options: FieldOptions };

/** What a change of type would do to the items there are, deleted ones that can come back among them. */
export type KindChange = {
  /** The field as it would be. */
  to: Field;
  /** Whether any value of the old type can be one of the new. */
  possible: boolean;
  holding: number;
  lost: number;
  /** Some values with what would become of them (null: lost), the lost ones first. */
  examples: readonly { before: Value; after: Value | null }[];
  /** More different values than a field can have choices; else null. */
  tooManyChoices: number | null;
};

/**
 * Looks at all items to say what a change of type would do. Others are served between its parts.
 * @param words what the choices are called that a tick becomes
 */
export const kindChange = async (
  db: Reader,
  field: Field,
  wanted: Wanted,
  words: { yes: string; no: string },
): Promise<KindChange> => {
  const made = await choicesFor(db, field, wanted, words);
  const to = becoming(field, made === null ? wanted : { kind: wanted.kind, options: { choices: made } });
  const convert = converter(field, to);
  const found = { holding: 0, lost: 0 };
  const [gone, kept]: [Example[], Example[]] = [[], []];
  for await (const before of valuesOf(db, field)) {
    const after = convert(before) ?? null;
    found.holding += 1;
    if (after === null) found.lost += 1;
    const some = after === null ? gone : kept;
    if (some.length < shownExamples) some.push({ before, after });
  }
  const tooMany = made !== null && made.length > buildLimits.choices;
  return {
    ...{ to, possible: canConvert(field, to), ...found },
    examples: [...gone, ...kept].slice(0, shownExamples),
    tooManyChoices: tooMany ? made.length : null,
  };
};

/**
 * Changes a field's type. Where there are items it is done in the background, and until then nobody sees anything of it.
 *
 * @param change what `kindChange` found: nothing is lost by it
 * @throws NotBuilt 'missing', 'archived', 'changing', 'values-lost', 'lines', 'conflict' if the field is another by now
 */
export const changeKind = async (
  tx: Tx,
  field: Field,
  { to, lost, tooManyChoices }: KindChange,
  by: By,
): Promise<void> => {
  const app = await holdApp(tx, field.appId);
  const stored = fieldIn(app, field.id);
  await mustNotConvert(tx, stored);
  if (stored.kind !== field.kind || !sameValue(stored.options, field.options))
    throw new NotBuilt({ refused: 'conflict', names: ['kind'] });
  if (lost > 0 || tooManyChoices !== null) throw new NotBuilt({ refused: 'values-lost', items: lost });
  const after = { ...stored, kind: to.kind, options: to.options, initial: to.initial, sole: to.sole } as Field;
  await mustServeLines(tx, withField(app, after));
  if ((await hasItems(tx, app.id)) && !keepsForm(stored, after)) {
    const { kind, options, initial, sole } = after;
    await planConversion(tx, { field: stored, to: { kind, options, initial, sole }, by: by.actor });
    return;
  }
  await tx
    .update(fields)
    .set({ ...columns(after), kind: after.kind })
    .where(eq(fields.id, field.id));
  await bump(tx, app.id);
  if (stored.sole !== after.sole) await planRekey(tx, field.id);
  await tx.record(appChanged(app.id), {
    ...{ actor: by.actor, action: 'field.kind-changed', object: field.id },
    before: told(stored, changing),
    after: told(after, changing),
  });
};

type Example = KindChange['examples'][number];

const shownExamples = 5;

const changing = ['kind', 'options'];

/** The field with another type. What it began with goes along where it can, and so does that it is unique. */
const becoming = (field: Field, { kind, options }: Wanted): Field => {
  const to = { ...field, kind, options, initial: null, sole: false } as Field; // the door gives options of that kind
  const initial = field.initial === null || !canBegin(kind) ? null : (converter(field, to)(field.initial) ?? null);
  const alike = field.kind === kind || [field.kind, kind].every((one) => one === 'text' || one === 'email');
  return { ...to, initial, sole: field.sole && alike && canBeSole(kind) };
};

/** Whether the values and what they are found by stay to the letter, whatever they are: then nothing has to be made anew. */
const keepsForm = (from: Field, to: Field): boolean => {
  if (from.kind === 'number' && to.kind === 'number') return to.options.decimals >= from.options.decimals;
  const spelled = ['text', 'email', 'link'].includes(from.kind);
  return spelled && (to.kind === 'long-text' || (to.kind === 'text' && from.kind !== 'text'));
};

/** The choices that are made of what items hold; null where the new type needs none, or brings its own. */
const choicesFor = async (
  db: Reader,
  field: Field,
  { kind }: Wanted,
  words: { yes: string; no: string },
): Promise<Choice[] | null> => {
  if (kind !== 'choice' && kind !== 'choices') return null;
  if (field.kind === 'choice' || field.kind === 'choices') return [...field.options.choices];
  if (field.kind === 'yes-no') return [words.yes, words.no].map(choice);
  if (!isTextual(field.kind)) return [];
  const names = new Map<string, string>();
  for await (const value of valuesOf(db, field)) {
    const name = String(value).trim();
    if (name.length <= buildLimits.choiceName && !name.includes('\n') && !names.has(searchKey(name)))
      names.set(searchKey(name), name);
  }
  return [...names.values()].map(choice);
};

const choice = (name: string): Choice => ({ id: newId(), name, retired: false });

/** What all items of a field's app hold in it, in parts between which others are served. */
async function* valuesOf(db: Reader, field: Field): AsyncGenerator<Value> {
  let after = 0;
  for (;;) {
    const rows = await db
      .select({ number: items.number, doc: items.doc })
      .from(items)
      .where(and(eq(items.appId, field.appId), gt(items.number, after)))
      .orderBy(asc(items.number))
      .limit(part);
    for (const row of rows) {
      const value = valueIn(row.doc as Doc, field); // only src/apps/items writes it
      if (value !== undefined) yield value;
    }
    const last = rows.at(-1);
    if (!last || rows.length < part) return;
    after = last.number;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const part = 500;

const hasItems = async (tx: Tx, appId: string): Promise<boolean> => {
  const [one] = await tx.select({ seq: items.seq }).from(items).where(eq(items.appId, appId)).limit(1);
  return one !== undefined;
};
