import type { Words } from '../../src/i18n/words.ts';
import { describedBy, Field, fieldId } from '../form/field.tsx';

type Props = { value: string; error: string | undefined; words: Words };

/** What the client writes. */
export const MessageField = ({ value, error, words }: Props) => {
  const field = { name: 'text', label: words.accounts.test.message, error };
  return (
    <Field {...field}>
      <textarea
        class="input"
        id={fieldId('text')}
        name="text"
        rows={3}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        {value}
      </textarea>
    </Field>
  );
};
