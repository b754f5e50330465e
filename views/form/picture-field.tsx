import type { Child } from 'hono/jsx';
import { describedBy, Field, fieldId } from './field.tsx';

/** What a picture may be: `megabytes` at most, and of which types. */
export type PictureLimits = { megabytes: number; types: readonly string[] };

type PictureFieldProps = {
  label: string;
  help: string;
  error: string | undefined;
  limits: PictureLimits;
  /** The picture as it is now. */
  children: Child;
};

/** Chooses a picture, beside the one that is there, as the form's field `avatar`. */
export const PictureField = ({ label, help, error, limits, children }: PictureFieldProps) => {
  const field = { name: 'avatar', label, help, error };
  return (
    <Field {...field}>
      <div class="file-field">
        {children}
        <input
          id={fieldId(field.name)}
          type="file"
          name={field.name}
          accept={limits.types.join(',')}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(field)}
        />
      </div>
    </Field>
  );
};
