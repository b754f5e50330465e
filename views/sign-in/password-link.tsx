import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { TextField } from '../form/text-field.tsx';

type PasswordLinkProps = {
  words: Words;
  token: string;
  name: string;
  email: string;
  shortestPassword: number;
  errors?: FormErrors;
};

/** Where a one-time link leads. */
export const PasswordLink = ({ words, token, name, email, shortestPassword, errors = {} }: PasswordLinkProps) => {
  const { link, setUp } = words.signIn;
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
          help={setUp.passwordHelp(shortestPassword)}
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
export const SpentLink = ({ words: { signIn } }: { words: Words }) => (
  <>
    <h1>{signIn.link.spent}</h1>
    <p>{signIn.link.spentText}</p>
    <a class="button primary" href="/sign-in">
      {signIn.button}
    </a>
  </>
);
