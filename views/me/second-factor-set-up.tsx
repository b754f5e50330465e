import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';
import { Qr } from '../qr.tsx';

type SetUpProps = {
  words: Words;
  /** Base32. */
  secret: string;
  /** The address with which an app takes the secret over. */
  address: string;
  error: string | undefined;
  next: string | undefined;
  /** It has to be done before anything else. */
  owed: boolean;
};

/** The secret for the app, as a picture, a link and text; and the code that shows that it arrived. */
export const SecondFactorSetUp = ({ words, secret, address, error, next, owed }: SetUpProps) => {
  const { secondFactor, people } = words;
  const { mine } = secondFactor;
  return (
    <main id="main" class="page">
      <h1>{secondFactor.title}</h1>
      <ErrorSummary
        title={people.summary}
        errors={error === undefined ? {} : { code: error }}
        labels={{ code: mine.label }}
      />
      <section class="form-section" aria-labelledby="scan-title">
        <h2 id="scan-title">{mine.scanTitle}</h2>
        <p class="field-help">{mine.apps}</p>
        <Qr text={address} label={mine.qr} />
        <p>
          <a href={address}>{mine.open}</a>
        </p>
        <p>
          {mine.typed}{' '}
          <output class="typed-key" aria-label={mine.key}>
            {inFours(secret)}
          </output>
        </p>
      </section>
      <section class="form-section" aria-labelledby="confirm-title">
        <h2 id="confirm-title">{mine.confirmTitle}</h2>
        <form class="form" method="post" action="/me/second-factor/set-up">
          <Hidden values={{ next }} />
          <TextField
            name="code"
            label={mine.label}
            help={mine.confirmHelp}
            error={error}
            autocomplete="one-time-code"
            inputmode="numeric"
            maxlength={20}
            literal
            required
          />
          <Button>{mine.confirm}</Button>
        </form>
        {!owed && (
          <form method="post" action="/me/second-factor/cancellation">
            <Button kind="plain">{mine.later}</Button>
          </form>
        )}
      </section>
    </main>
  );
};

/** Groups of four, so that nobody loses the place while typing. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
