import { cleanLine } from './clean.ts';
import { type Read, readDecimal } from './decimal.ts';
import type { Field } from './field.ts';
import { isMany } from './kinds.ts';
import { limits } from './limits.ts';
import { readLink } from './link.ts';
import type { ValueProblem } from './problem.ts';
import { judgeValue } from './schema.ts';
import { type At, decimalsOf, isZone } from './shown/format.ts';
import { momentInput, valueInput, zoneInput } from './shown/inputs.ts';
import { listIn, type Typed, textIn } from './shown/typed-in.ts';
import { localMinute, readDate, readMoment } from './time.ts';
import type { Doc, Value } from './value.ts';

export type { Typed } from './shown/typed-in.ts';
export { typedOf } from './typed-of.ts';

/**
 * What a form brought for these fields, and what is wrong with it. A field without inputs is empty. `doc` holds what was read well.
 * That a choice is retired is not judged here, since that depends on what the item held: the schema does with the write.
 */
export const readTyped = (
  fields: readonly Field[],
  typed: Typed,
  at: At,
): { doc: Doc; problems: Record<string, ValueProblem> } => {
  const doc: Record<string, Value> = {};
  const problems: Record<string, ValueProblem> = {};
  for (const field of fields) {
    const read = readField(field, typed, at);
    if (!read.ok) problems[field.id] = read.problem;
    else if (read.value !== undefined) doc[String(field.n)] = read.value;
  }
  return { doc, problems };
};

/** One field of the same. */
const readField = (field: Field, typed: Typed, at: At): Read<Value | undefined> => {
  const given = listIn(typed, valueInput(field)).filter((text) => text.trim() !== '');
  if (!isMany(field.kind) && given.length > 1) return { ok: false, problem: 'one-only' };
  const read = isMany(field.kind) ? { ok: true as const, value: given } : readOne(field, given[0], typed, at);
  return read.ok ? judgeValue(field, read.value) : read;
};

const readOne = (field: Field, text: string | undefined, typed: Typed, at: At): Read<Value | undefined> => {
  if (text === undefined) return { ok: true, value: undefined };
  switch (field.kind) {
    case 'number':
      return readNumber(text, field.options.decimals, at);
    case 'money':
      return readDecimal(text, decimalsOf(field.options.currency), at.language);
    case 'yes-no':
      return text === 'yes' || text === 'no'
        ? { ok: true, value: text === 'yes' }
        : { ok: false, problem: 'not-yes-or-no' };
    case 'date':
      return readDate(text);
    case 'date-time':
      return readShown(text, textIn(typed, momentInput(field)), zoned(field, typed, at));
    case 'link': {
      const link = readLink(cleanLine(text));
      return link === undefined ? { ok: false, problem: 'not-a-link' } : { ok: true, value: link };
    }
    default:
      return { ok: true, value: text };
  }
};

/** A number as people type it. */
export const readNumber = (text: string, decimals: number, at: At): Read<number> => {
  const read = readDecimal(text, decimals, at.language, limits.number);
  return read.ok ? { ok: true, value: Number(`${read.value}e-${decimals}`) } : read;
};

/** Where nobody chose a zone, the browser's own, if it told the time in it. */
const zoned = (field: Field, typed: Typed, at: At): At => {
  const zone = textIn(typed, zoneInput(field));
  return at.zone || !isZone(zone) ? at : { ...at, zone };
};

/** Whoever left the shown minute as it was keeps its seconds, and which of two hours of one name it was. */
const readShown = (text: string, was: string, at: At): Read<number> => {
  const before = /^-?\d{1,15}$/.test(was) ? Number(was) : undefined;
  if (before !== undefined && localMinute(before, at) === text) return { ok: true, value: before };
  return readMoment(text, at);
};
