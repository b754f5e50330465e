import { describedBy, Field, type FieldProps, fieldId } from './field.tsx';

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'search';
  value?: string | undefined;
  required?: boolean;
  maxlength?: number;
  autocomplete?: string;
  autofocus?: boolean;
  /** For codes: neither corrected nor capitalised. */
  literal?: boolean;
  /** Which keys a phone shows. */
  inputmode?: 'numeric' | undefined;
};

/** One line of text. What was typed stands in it again after an error, but for passwords, which browsers fill. */
export const TextField = ({
  type = 'text',
  value,
  required,
  maxlength,
  autocomplete,
  autofocus,
  literal,
  inputmode,
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    <input
      class="input"
      id={fieldId(field.name)}
      name={field.name}
      type={type}
      value={type === 'password' ? undefined : value}
      required={required}
      maxlength={maxlength}
      autocomplete={autocomplete}
      autofocus={autofocus}
      inputmode={inputmode}
      autocapitalize={literal || type === 'email' ? 'none' : undefined}
      spellcheck={literal || type === 'email' ? false : undefined}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={describedBy(field)}
    />
  </Field>
);
