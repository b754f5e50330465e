import type { Words } from '../../src/i18n/words.ts';
import type { TypedLine } from '../../src/lines/settings.ts';
import { Checkbox } from '../form/checkbox.tsx';
import type { FormErrors } from '../form/error-summary.tsx';
import { describedBy, Field, fieldId } from '../form/field.tsx';

type Props = { typed: Pick<TypedLine, 'description' | 'showOperator'>; errors: FormErrors; words: Words };

/** How a line answers: what its supervisors may change too. */
export const TuningFields = ({ typed, errors, words }: Props) => {
  const description = {
    name: 'description',
    label: words.lines.description,
    help: words.lines.descriptionHelp,
    error: errors['description'],
  };
  return (
    <>
      <Checkbox
        name="showOperator"
        label={words.lines.showOperator}
        help={words.lines.showOperatorHelp}
        checked={typed.showOperator}
      />
      <Field {...description}>
        <textarea
          class="input"
          id={fieldId('description')}
          name="description"
          rows={3}
          aria-invalid={description.error ? 'true' : undefined}
          aria-describedby={describedBy(description)}
        >
          {typed.description}
        </textarea>
      </Field>
    </>
  );
};
