import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { TextField } from '../form/text-field.tsx';

type SetUpProps = {
  words: Words;
  /** Whether the code of this start is asked for. */
  asksCode: boolean;
  shortestPassword: number;
  typed?: { company: string; name: string; email: string; code: string };
  errors?: FormErrors;
};

export const SetUp = ({ words, asksCode, shortestPassword, typed, errors = {} }: SetUpProps) => {
  const { setUp } = words.signIn;
  const { code, company, name, email, password } = setUp;
  const labels = { code, company, name, email, password };
  return (
    <>
      <h1>{setUp.title}</h1>
      <p>{setUp.lead}</p>
      <form class="form" method="post" action="/setup">
        <ErrorSummary title={words.people.summary} errors={errors} labels={labels} />
        {asksCode && (
          <TextField
            name="code"
            label={setUp.code}
            help={setUp.codeHelp}
            error={errors['code']}
            value={typed?.code}
            autocomplete="off"
            literal
            required
          />
        )}
        <TextField
          name="company"
          label={setUp.company}
          error={errors['company']}
          value={typed?.company}
          autocomplete="organization"
          maxlength={100}
          required
        />
        <TextField
          name="name"
          label={setUp.name}
          error={errors['name']}
          value={typed?.name}
          autocomplete="name"
          maxlength={100}
          required
        />
        <TextField
          name="email"
          type="email"
          label={setUp.email}
          help={setUp.emailHelp}
          error={errors['email']}
          value={typed?.email}
          autocomplete="username"
          maxlength={254}
          required
        />
        <TextField
          name="password"
          type="password"
          label={setUp.password}
          help={setUp.passwordHelp(shortestPassword)}
          error={errors['password']}
          autocomplete="new-password"
          required
        />
        <Button>{setUp.button}</Button>
      </form>
    </>
  );
};

/** What the slower of two reads who set up the company at the same time. */
export const TooLate = ({ words: { signIn } }: { words: Words }) => (
  <>
    <h1>{signIn.setUp.title}</h1>
    <p class="notice">{signIn.setUp.late}</p>
    <a class="button primary" href="/sign-in">
      {signIn.button}
    </a>
  </>
);
