import type { Field } from '../fields/field.ts';
import { sameValue } from '../fields/same.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { withValue } from './doc.ts';

/**
 * Puts two changes of one document together, field by field.
 *
 * @param docs what both began with, what one made of it, and what the other has stored since
 * @returns the whole, and the fields that both changed, each to something else: there it holds what was typed
 */
export const merge = (
  fields: readonly Field[],
  { shown, typed, now }: { shown: Doc; typed: Doc; now: Doc },
): { fields: readonly Field[]; merged: Doc } => {
  const isMine = (field: Field) => !sameValue(valueIn(typed, field), valueIn(shown, field));
  const isTheirs = (field: Field) => !sameValue(valueIn(now, field), valueIn(shown, field));
  const mine = fields.filter(isMine);
  const merged = mine.reduce((doc, field) => withValue(doc, field, valueIn(typed, field)), now);
  const both = mine.filter((field) => isTheirs(field) && !sameValue(valueIn(typed, field), valueIn(now, field)));
  return { fields: both, merged };
};
