import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Doc } from '../../../src/apps/fields/value.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { ShownForm } from '../../../src/web/apps/items/form.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { FieldsForm, summaryOf } from '../fields/fields-form.tsx';

type ItemFieldsProps = {
  /** Those of the form, in their order. */
  fields: readonly Field[];
  /** What the item holds whatever is typed. */
  fixed: Doc;
  shown: ShownForm;
  names: Names;
  words: Words;
};

/** All fields of an item's form, what was refused above them. */
export const ItemFields = ({ fields, fixed, shown, names, words }: ItemFieldsProps) => {
  const { errors, labels } = summaryOf(fields, shown.problems, words);
  return (
    <>
      <Hidden
        values={{
          fields: fields
            .filter(({ n }) => fixed[String(n)] === undefined)
            .map(({ id }) => id)
            .join(' '),
        }}
      />
      <ErrorSummary
        focused
        title={words.items.notSaved}
        errors={{ ...errors, ...filesRefused(fields, shown) }}
        labels={{ ...labels, ...Object.fromEntries(fields.map((field) => [valueInput(field), field.name])) }}
      />
      {shown.filesLost && <p class="field-error">{words.items.filesAgain}</p>}
      <FieldsForm
        {...{ fields, fixed, names, words }}
        typed={shown.typed}
        problems={shown.problems}
        said={shown.refusedFiles}
        found={shown.found}
      />
    </>
  );
};

const filesRefused = (fields: readonly Field[], { refusedFiles }: ShownForm) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const said = refusedFiles[field.id];
      return said === undefined ? [] : [[valueInput(field), said]];
    }),
  );
