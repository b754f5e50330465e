/** What every field says of itself: the label above, help below, the error at the field. */
export type FieldProps = { name: string; label: string; help?: string | undefined; error?: string | undefined };

/** The id under which links in the error summary find a field. */
export const fieldId = (name: string): string => `field-${name}`;

/** What describes the field to readers of the screen: its error first, then its help. */
export const describedBy = ({ name, help, error }: FieldProps): string | undefined =>
  [error && `${fieldId(name)}-error`, help && `${fieldId(name)}-help`].filter(Boolean).join(' ') || undefined;

/** Label, control, error and help, in the order in which they are read. `children` is the control with the id `fieldId(name)`. */
export const Field = ({ children, ...field }: FieldProps & { children?: unknown }) => (
  <div class="field">
    <label class="field-label" for={fieldId(field.name)}>
      {field.label}
    </label>
    {children}
    <FieldNotes {...field} />
  </div>
);

/** The error and the help of a field. */
export const FieldNotes = ({ name, help, error }: FieldProps) => (
  <>
    {error && (
      <p class="field-error" id={`${fieldId(name)}-error`}>
        {error}
      </p>
    )}
    {help && (
      <p class="field-help" id={`${fieldId(name)}-help`}>
        {help}
      </p>
    )}
  </>
);
