import { describedBy, Field, type FieldProps, fieldId } from './field.tsx';

type SelectFieldProps = FieldProps & {
  value: string;
  options: readonly { value: string; label: string; disabled?: boolean }[];
};

/** One of several words. */
export const SelectField = ({ value, options, ...field }: SelectFieldProps) => (
  <Field {...field}>
    <select
      class="select"
      id={fieldId(field.name)}
      name={field.name}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={describedBy(field)}
    >
      {options.map((option) => (
        <option value={option.value} selected={option.value === value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);
