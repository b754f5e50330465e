import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';
import { Kept, type KeptText } from './sign-in.tsx';

type CodeProps = {
  words: Words;
  /** A recovery code is asked for instead of one of the app. */
  recovery: boolean;
  /** Why the last try failed. */
  error?: string | undefined;
  /** The path to go on to. */
  next?: string | undefined;
  kept?: KeptText | undefined;
};

/** The second step of signing in. Either field takes either kind of code; they differ in the keys that a phone shows. */
export const Code = ({ words, recovery, error, next, kept }: CodeProps) => {
  const { code } = words.secondFactor;
  const label = recovery ? code.recoveryLabel : code.label;
  const carried = { next, place: kept?.place, text: kept?.text, files: kept?.files ? 'yes' : undefined };
  return (
    <>
      <h1>{recovery ? code.recoveryTitle : code.title}</h1>
      <p>{recovery ? code.recoveryLead : code.lead}</p>
      {kept && <Kept words={words.signIn} kept={kept} />}
      <form class="form" method="post" action="/sign-in/code">
        <ErrorSummary
          title={words.people.summary}
          errors={error === undefined ? {} : { code: error }}
          labels={{ code: label }}
        />
        <Hidden values={{ ...carried, recovery: recovery ? 'yes' : undefined }} />
        <TextField
          name="code"
          label={label}
          error={error}
          autocomplete={recovery ? 'off' : 'one-time-code'}
          inputmode={recovery ? undefined : 'numeric'}
          maxlength={40}
          literal
          required
          autofocus
        />
        <Button>{words.signIn.button}</Button>
        <button type="submit" class="button" name="with" value={recovery ? 'app' : 'recovery'} formnovalidate>
          {recovery ? code.useApp : code.useRecovery}
        </button>
      </form>
      <p class="field-help">
        {code.lost}{' '}
        <a href={next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>{code.startOver}</a>
      </p>
    </>
  );
};
