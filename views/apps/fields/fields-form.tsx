import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { Problems } from '../../../src/apps/fields/problem.ts';
import { valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import { problemText } from '../../../src/apps/fields/shown/problem.ts';
import type { Typed } from '../../../src/apps/fields/shown/typed-in.ts';
import { valueIn } from '../../../src/apps/fields/shown/value-in.ts';
import type { Doc } from '../../../src/apps/fields/value.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { FormErrors } from '../../form/error-summary.tsx';
import { FieldInput } from './field-input.tsx';
import { FieldValue, type FieldValueProps } from './field-value.tsx';
import type { Found } from './picker.tsx';

type Props = {
  fields: readonly Field[];
  typed: Typed;
  /** By the fields' ids. */
  problems: Problems;
  /** What else is wrong, in words, by the fields' ids. */
  said?: Readonly<Record<string, string>>;
  names: Names;
  words: Words;
  /** What pickers looked for, by the fields' ids. */
  found?: Readonly<Record<string, Found>>;
  /** Values that are given and not typed, by the fields' numbers: they are shown, and the form does not send them. */
  fixed?: Doc;
};

/** The fields of an app's form, in their order: what stands between `<form>` and its buttons. */
export const FieldsForm = ({ fields, typed, problems, said = {}, names, words, found = {}, fixed = {} }: Props) => (
  <>
    {fields.map((field) => {
      const given = valueIn(fixed, field);
      return given === undefined ? (
        <FieldInput
          {...{ field, typed, names, words }}
          error={Object.hasOwn(problems, field.id) ? problems[field.id] : undefined}
          said={Object.hasOwn(said, field.id) ? said[field.id] : undefined}
          found={Object.hasOwn(found, field.id) ? found[field.id] : null}
        />
      ) : (
        <FixedField {...{ field, names, words }} value={given} />
      );
    })}
  </>
);

/** What is no longer to be chosen. */
const FixedField = (given: FieldValueProps) => (
  <div class="field">
    <span class="field-label">{given.field.name}</span>
    <div>
      <FieldValue {...given} />
    </div>
  </div>
);

/** The same problems for `ErrorSummary`, with links to the fields. */
export const summaryOf = (
  fields: readonly Field[],
  problems: Problems,
  words: Words,
): { errors: FormErrors; labels: Readonly<Record<string, string>> } => {
  const wrong = fields.flatMap((field) => {
    const problem = Object.hasOwn(problems, field.id) ? problems[field.id] : undefined;
    return problem ? [{ field, text: problemText(field, problem, words) }] : [];
  });
  return {
    errors: Object.fromEntries(wrong.map(({ field, text }) => [valueInput(field), text])),
    labels: Object.fromEntries(wrong.map(({ field }) => [valueInput(field), field.name])),
  };
};
