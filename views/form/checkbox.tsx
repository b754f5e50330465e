import { describedBy, FieldNotes, type FieldProps, fieldId } from './field.tsx';

/** Yes or no. The label stands beside the box and belongs to the place one can press. */
export const Checkbox = ({ checked, value = 'on', ...field }: FieldProps & { checked: boolean; value?: string }) => (
  <div class="field">
    <label class="checkbox">
      <input
        id={fieldId(field.name)}
        type="checkbox"
        name={field.name}
        value={value}
        checked={checked}
        aria-describedby={describedBy(field)}
      />
      <span>{field.label}</span>
    </label>
    <FieldNotes {...field} />
  </div>
);

type ChoicesProps = FieldProps & {
  /** `why`: what stands below one, such as why it is disabled. */
  options: readonly { value: string; label: string; disabled?: boolean; why?: string | undefined }[];
  chosen: readonly string[];
  /** What is said where there is nothing to choose from. */
  none: string;
  /** Whether they are so many that they stand in a box of their own that scrolls. */
  scrolls?: boolean;
};

/** Any number of several things, under one heading. */
export const Choices = ({ options, chosen, none, scrolls = false, ...field }: ChoicesProps) => (
  <fieldset class="field choices" id={fieldId(field.name)} aria-describedby={describedBy(field)}>
    <legend class="field-label">{field.label}</legend>
    {options.length === 0 && <p class="field-help">{none}</p>}
    <div class={scrolls ? 'choices scrolls' : 'choices'}>
      {options.map(({ value, label, disabled, why }) => (
        <>
          <label class="checkbox">
            <input
              type="checkbox"
              name={field.name}
              value={value}
              checked={chosen.includes(value)}
              disabled={disabled}
              aria-describedby={why && `why-${value}`}
            />
            <span>{label}</span>
          </label>
          {why && (
            <p class="field-help checkbox-help" id={`why-${value}`}>
              {why}
            </p>
          )}
        </>
      ))}
    </div>
    <FieldNotes {...field} />
  </fieldset>
);
