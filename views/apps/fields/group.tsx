import type { Field } from '../../../src/apps/fields/field.ts';
import { valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { describedBy, FieldNotes, fieldId } from '../../form/field.tsx';

type Props = { field: Field; error: string | undefined; words: Words; radios?: boolean; children?: unknown };

/** Several inputs that make one value, under the field's name. A group cannot say by itself that it is needed: a note does. */
export const FieldGroup = ({ field, error, words, radios = false, children }: Props) => {
  const noted = notedField(field, error);
  const needed = field.required ? `${fieldId(noted.name)}-needed` : undefined;
  const described = [describedBy(noted), needed].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      class="field choices"
      id={fieldId(noted.name)}
      role={radios ? 'radiogroup' : undefined}
      aria-describedby={described}
    >
      <legend class={field.required ? 'field-label needed' : 'field-label'}>{field.name}</legend>
      {needed && (
        <span class="sr-only" id={needed}>
          {words.fields.required}
        </span>
      )}
      {children}
      <FieldNotes {...noted} />
    </fieldset>
  );
};

/** A field as the house's forms know one. */
export const notedField = (field: Field, error: string | undefined, note?: string) => ({
  name: valueInput(field),
  label: field.name,
  help: [field.hint, note].filter(Boolean).join(' ') || undefined,
  error,
});
