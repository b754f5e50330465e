import { fieldId } from './field.tsx';

/** What a refused form has to say, by field; under `form` what belongs to no field. */
export type FormErrors = Readonly<Record<string, string>>;

type SummaryProps = {
  title: string;
  errors: FormErrors;
  labels?: Readonly<Record<string, string>>;
  /** Whether the focus goes to it: what was pressed stands far below it. */
  focused?: boolean;
};

/** All errors of a form at its top, each with a link to its field. Nothing stands here when there are none. */
export const ErrorSummary = ({ title, errors, labels = {}, focused = false }: SummaryProps) =>
  Object.keys(errors).length > 0 ? (
    <div class="error-summary" role="alert" tabindex={focused ? -1 : undefined} autofocus={focused}>
      <p class="error-summary-title">{title}</p>
      <ul>
        {Object.entries(errors).map(([field, text]) => (
          <li>{field in labels ? <a href={`#${fieldId(field)}`}>{`${labels[field]}: ${text}`}</a> : text}</li>
        ))}
      </ul>
    </div>
  ) : null;
