import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { Icon } from '../icons/icon.tsx';
import { Prove } from './prove.tsx';

type SecondFactorProps = {
  words: Words;
  /** How it stands, once it is set up. `readable`: the server can check its codes. */
  factor: { codesLeft: number; readable: boolean } | undefined;
  /** The company wants people like this one to have it. */
  required: boolean;
  /** It has to be set up before anything else. */
  owed: boolean;
  /** The path to go on to once it is set up. */
  next: string | undefined;
  errors: Partial<Record<'begin' | 'codes' | 'removal', string>>;
};

/** One's own second factor: the way to it, or how it stands. */
export const SecondFactor = ({ words, factor, required, owed, next, errors }: SecondFactorProps) => {
  const { secondFactor } = words;
  return (
    <main id="main" class="page">
      {!owed && (
        <p class="page-back">
          <a href="/me/security">
            <Icon name="arrow-left" /> {words.common.back}
          </a>
        </p>
      )}
      <h1>{secondFactor.title}</h1>
      {owed && <p class="notice">{secondFactor.mine.required}</p>}
      {factor ? (
        <On words={words} factor={factor} required={required} errors={errors} />
      ) : (
        <Off words={words} next={next} error={errors.begin} />
      )}
    </main>
  );
};

const Off = ({ words, next, error }: { words: Words; next: string | undefined; error: string | undefined }) => {
  const { mine } = words.secondFactor;
  return (
    <>
      <ErrorSummary title={words.people.summary} errors={error === undefined ? {} : { form: error }} />
      <p>{mine.lead}</p>
      <p class="field-help">{mine.apps}</p>
      <form method="post" action="/me/second-factor">
        <Hidden values={{ next }} />
        <Button>{mine.begin}</Button>
      </form>
    </>
  );
};

const On = ({
  words,
  factor,
  required,
  errors,
}: Pick<SecondFactorProps, 'words' | 'required' | 'errors'> & { factor: { codesLeft: number; readable: boolean } }) => {
  const { mine } = words.secondFactor;
  return (
    <>
      <p class="notice">{factor.readable ? mine.isOn : mine.unreadable}</p>
      <section class="form-section" aria-labelledby="codes-title">
        <h2 id="codes-title">{mine.codesTitle}</h2>
        <p>{factor.codesLeft > 0 ? mine.left(factor.codesLeft) : mine.noneLeft}</p>
        <Prove
          words={words}
          name="codes"
          ask={mine.renew}
          text={mine.renewText}
          confirm={mine.renewConfirm}
          action="/me/second-factor/recovery-codes"
          error={errors.codes}
        />
      </section>
      <section class="danger-zone" aria-label={mine.turnOff}>
        <Prove
          words={words}
          name="removal"
          danger
          ask={mine.turnOff}
          text={required ? mine.turnOffRequired : mine.turnOffText}
          confirm={mine.turnOffConfirm}
          action="/me/second-factor/removal"
          error={errors.removal}
        />
      </section>
    </>
  );
};
