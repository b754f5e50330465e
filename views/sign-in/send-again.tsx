import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';

type SendAgainProps = {
  words: Words;
  title: string;
  text: string;
  /** The request's number, where the log knows more. */
  number?: string | undefined;
  /** Where it can be sent once more; undefined where that would be of no use. */
  action: string | undefined;
  fields: readonly { name: string; value: string }[];
  /** Whether files went along, which are gone. */
  files: boolean;
};

/**
 * A form that could not be taken: what stood in it, to read and, if that may help, to send once more. Passwords and codes
 * are left out.
 */
export const SendAgain = ({ words: { people }, title, text, number, action, fields, files }: SendAgainProps) => {
  const kept = fields.filter((field) => !secrets.has(field.name));
  const whole = kept.length === fields.length && !files;
  const how = action === undefined ? people.again.copy : whole ? people.again.sent : people.again.secret;
  return (
    <div class="error-body">
      <h1>{title}</h1>
      <p>
        {text} {number !== undefined && <code>{number}</code>}
      </p>
      <p>{how}</p>
      <form class="form" method="post" action={action}>
        {kept.map((field) => (
          <input type="hidden" name={field.name} value={field.value} />
        ))}
        <ul class="kept-text">
          {kept
            .filter(({ value }) => tells(value))
            .map((field) => (
              <li>{field.value}</li>
            ))}
        </ul>
        {whole && action !== undefined && <Button>{people.again.button}</Button>}
      </form>
    </div>
  );
};

/** The fields in which people type what nobody who looks over their shoulder may read. */
const secrets: ReadonlySet<string> = new Set(['password', 'current', 'code']);

/** Whether a field's value tells anybody anything: ids and numbers go along unseen. */
export const tells = (value: string): boolean => value !== '' && !/^([0-9a-f]{8}-[0-9a-f-]{27}|\d+)$/.test(value);
