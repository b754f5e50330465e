import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';

/** What somebody wrote when their sign-in had run out: it goes along through the sign-in, and becomes their draft. */
export type KeptText = { place: string; text: string; files: boolean };

type SignInProps = {
  words: Words;
  email?: string;
  /** Why the last try failed. */
  error?: string;
  /** The path to go on to. */
  next?: string | undefined;
  kept?: KeptText | undefined;
  /** The sign-in ended while the page was in use. */
  ended?: boolean;
};

export const SignIn = ({ words: { signIn, people }, email = '', error, next, kept, ended = false }: SignInProps) => (
  <>
    <h1>{signIn.title}</h1>
    {ended && <p class="notice">{signIn.ended}</p>}
    {kept && <Kept words={signIn} kept={kept} />}
    <form class="form" method="post" action="/sign-in">
      <ErrorSummary title={people.summary} errors={error === undefined ? {} : { form: error }} />
      <Hidden values={{ next, place: kept?.place, text: kept?.text, files: kept?.files ? 'yes' : undefined }} />
      <TextField
        name="email"
        type="email"
        label={signIn.email}
        value={email}
        autocomplete="username"
        required
        autofocus={email === ''}
      />
      <TextField
        name="password"
        type="password"
        label={signIn.password}
        autocomplete="current-password"
        required
        autofocus={email !== ''}
      />
      <Button>{signIn.button}</Button>
    </form>
    <p class="field-help">{signIn.forgotten}</p>
  </>
);

/** Tells that what somebody wrote is kept. */
export const Kept = ({ words, kept }: { words: Words['signIn']; kept: KeptText }) => (
  <div class="notice">
    <p>{words.kept}</p>
    {kept.files && <p>{words.filesAgain}</p>}
    {kept.text !== '' && (
      <details>
        <summary>{words.keptTitle}</summary>
        <p class="kept-text">{kept.text}</p>
      </details>
    )}
  </div>
);
