import type { Field } from './field.ts';
import { type At, decimalsOf, plainDecimal, plainNumber } from './shown/format.ts';
import { momentInput, valueInput } from './shown/inputs.ts';
import { localMinute } from './time.ts';
import { type Doc, type Value, valueIn } from './value.ts';

/** What a form shows of a document in its inputs: `readTyped` makes the same document of it again. */
export const typedOf = (fields: readonly Field[], doc: Doc, at: At): Record<string, string | string[]> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueIn(doc, field);
      if (value === undefined) return [];
      const typed = [valueInput(field), inputOf(field, value, at)] as const;
      return field.kind === 'date-time' ? [typed, [momentInput(field), String(value)] as const] : [typed];
    }),
  );

const inputOf = (field: Field, value: Value, at: At): string | string[] => {
  if (typeof value === 'object') return [...value];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (field.kind === 'date-time') return localMinute(value, at);
  const plain =
    field.kind === 'money'
      ? plainDecimal(value, decimalsOf(field.options.currency))
      : plainNumber(value, field.kind === 'number' ? field.options.decimals : 0);
  return at.language === 'en' ? plain : plain.replace('.', ',');
};
