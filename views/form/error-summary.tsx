import { fieldId } from './field.tsx';

/** What a refused form has to say, by field; under `form` what belongs to no field. */
export type FormErrors = Readonly<Record<string, string>>;

/** All errors of a form at its top, each with a link to its field. Nothing stands here when there are none. */
export const ErrorSummary = ({ title, errors }: { title: string; errors: FormErrors }) =>
  Object.keys(errors).length > 0 && (
    <div class="error-summary" role="alert" tabindex={-1}>
      <p class="error-summary-title">{title}</p>
      <ul>
        {Object.entries(errors).map(([field, text]) => (
          <li>{field === 'form' ? text : <a href={`#${fieldId(field)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
