import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';
import { Icon } from '../icons/icon.tsx';

type PasswordProps = {
  words: Words;
  email: string;
  /** Somebody else chose the password: it need not be entered again, and nothing else can be done before. */
  forced: boolean;
  shortestPassword: number;
  /** Where one goes on to. */
  next: string | undefined;
  errors?: FormErrors;
};

/** Another password, by whoever knows the one that is valid. */
export const Password = ({ words, email, forced, shortestPassword, next, errors = {} }: PasswordProps) => {
  const { people, profile } = words;
  return (
    <main id="main" class="page">
      {!forced && (
        <p class="page-back">
          <a href="/me/security">
            <Icon name="arrow-left" /> {words.common.back}
          </a>
        </p>
      )}
      <h1>{forced ? profile.passwordFirst : profile.passwordChange}</h1>
      <p>{forced ? profile.passwordFirstLead : profile.passwordLead}</p>
      <form class="form" method="post" action="/me/password">
        <ErrorSummary
          title={people.summary}
          errors={errors}
          labels={{ current: profile.passwordCurrent, password: profile.passwordNew }}
        />
        <Hidden values={{ next }} />
        {/* For the browser's own list of passwords: it must know whose this one is. */}
        <input type="text" name="email" value={email} autocomplete="username" readonly hidden />
        {!forced && (
          <TextField
            name="current"
            type="password"
            label={profile.passwordCurrent}
            error={errors['current']}
            autocomplete="current-password"
            required
          />
        )}
        <TextField
          name="password"
          type="password"
          label={profile.passwordNew}
          help={profile.passwordHelp(shortestPassword)}
          error={errors['password']}
          autocomplete="new-password"
          required
        />
        <Button>{profile.passwordChange}</Button>
      </form>
    </main>
  );
};
