import { converter } from '../build/convert.ts';
import type { Field } from '../fields/field.ts';
import type { Problems } from '../fields/schema.ts';
import { type Doc, type Value, valueIn } from '../fields/value.ts';
import type { Definition } from './definition.ts';
import { withValue } from './doc.ts';

/** A document as fields that are getting another type will need it, beside what they need now; and the fields in which that would lose something. */
export const withConversions = ({ app, pending }: Definition, doc: Doc): { doc: Doc; lost: Problems } => {
  const lost: Record<string, Problems[string]> = {};
  let whole = doc;
  for (const { from: id, to } of pending.conversions) {
    const from = app.fields.find((field) => field.id === id);
    if (!from) continue;
    const value = convertedIn(from, to, doc);
    if (value === 'lost') lost[id] = 'converting';
    else whole = withValue(whole, to, value?.value);
  }
  return { doc: whole, lost };
};

/** What a field of a document becomes under its new type; `lost` where it does not fit; undefined for nothing. */
export const convertedIn = (from: Field, to: Field, doc: Doc): { value: Value } | 'lost' | undefined => {
  const value = valueIn(doc, from);
  if (value === undefined) return undefined;
  const becomes = converter(from, to)(value);
  return becomes === undefined ? 'lost' : { value: becomes };
};
