import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { TextField } from '../form/text-field.tsx';

type PasswordLinkProps = {
  words: Words;
  token: string;
  /** An invitation greets by the company's name. */
  kind: 'reset' | 'invitation';
  company: string;
  name: string;
  email: string;
  shortestPassword: number;
  errors?: FormErrors;
};

/** Where a one-time link leads. */
export const PasswordLink = ({ words, token, kind, company, name, email, ...rest }: PasswordLinkProps) => {
  const { shortestPassword, errors = {} } = rest;
  const { joining, signIn } = words;
  const join = { ...joining.join, title: joining.join.title(company) };
  const link = kind === 'invitation' ? join : signIn.link;
  return (
    <>
      <h1>{link.title}</h1>
      <p>{link.lead(name, email)}</p>
      <form class="form" method="post" action={`/password/${token}`}>
        <ErrorSummary title={words.people.summary} errors={errors} labels={{ password: link.password }} />
        <TextField
          name="password"
          type="password"
          label={link.password}
          help={signIn.setUp.passwordHelp(shortestPassword)}
          error={errors['password']}
          autocomplete="new-password"
          required
          autofocus
        />
        <Button>{link.button}</Button>
      </form>
    </>
  );
};

/** What stands there when the link was used, has expired or never was one. */
export const SpentLink = ({ words: { signIn, joining } }: { words: Words }) => (
  <>
    <h1>{joining.spent.title}</h1>
    <p>{joining.spent.text}</p>
    <a class="button primary" href="/sign-in">
      {signIn.button}
    </a>
  </>
);
