import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';

type SendAgainProps = {
  words: Words;
  title: string;
  text: string;
  /** The request's number, where the log knows more. */
  number?: string | undefined;
  action: string;
  fields: readonly { name: string; value: string }[];
  /** Whether files went along, which are gone. */
  files: boolean;
};

/** A form that could not be taken just now: what stood in it, to read and to send once more. Passwords are left out. */
export const SendAgain = ({ words: { people }, title, text, number, action, fields, files }: SendAgainProps) => {
  const kept = fields.filter((field) => field.name !== 'password');
  const whole = kept.length === fields.length && !files;
  return (
    <div class="error-body">
      <h1>{title}</h1>
      <p>
        {text} {number !== undefined && <code>{number}</code>}
      </p>
      <p>{whole ? people.again.sent : people.again.secret}</p>
      <form class="form" method="post" action={action}>
        {kept.map((field) => (
          <input type="hidden" name={field.name} value={field.value} />
        ))}
        <ul class="kept-text">
          {kept.filter(readable).map((field) => (
            <li>{field.value}</li>
          ))}
        </ul>
        {whole && <Button>{people.again.button}</Button>}
      </form>
    </div>
  );
};

/** Ids go along, but tell nobody anything. */
const readable = ({ value }: { value: string }): boolean => value !== '' && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
