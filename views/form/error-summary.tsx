import { fieldId } from './field.tsx';

/** What a refused form has to say, by field; under `form` what belongs to no field. */
export type FormErrors = Readonly<Record<string, string>>;

type SummaryProps = { title: string; errors: FormErrors; labels?: Readonly<Record<string, string>> };

/** All errors of a form at its top, each with a link to its field. Nothing stands here when there are none. */
export const ErrorSummary = ({ title, errors, labels = {} }: SummaryProps) =>
  Object.keys(errors).length > 0 ? (
    <div class="error-summary" role="alert">
      <p class="error-summary-title">{title}</p>
      <ul>
        {Object.entries(errors).map(([field, text]) => (
          <li>{field in labels ? <a href={`#${fieldId(field)}`}>{`${labels[field]}: ${text}`}</a> : text}</li>
        ))}
      </ul>
    </div>
  ) : null;
