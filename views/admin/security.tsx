import type { Words } from '../../src/i18n/words.ts';
import type { LostKey } from '../../src/people/second-factor/lost-keys.ts';
import type { Requirement, Spread } from '../../src/people/second-factor/required.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { AdminPage } from './admin-page.tsx';

type SecurityProps = {
  words: Words;
  required: Requirement;
  spread: Spread;
  /** The administrator who looks has no second factor. */
  lacks: boolean;
  lost: readonly (LostKey & { file: string })[];
  error?: string | undefined;
};

/** Of whom a second factor is required. */
export const Security = ({ words, required, spread, lacks, lost, error }: SecurityProps) => {
  const { security } = words.secondFactor;
  return (
    <AdminPage words={words} part="security" title={security.title}>
      {lost.map(({ file, people }) => (
        <p class="notice" role="alert">
          {security.lost(file, security.people(people))}
        </p>
      ))}
      <form class="form" method="post" action="/admin/security">
        <ErrorSummary title={words.people.summary} errors={error === undefined ? {} : { form: error }} />
        <Hidden values={{ from: required }} />
        <fieldset class="field choices" aria-describedby="required-help">
          <legend class="field-label">{security.legend}</legend>
          {(['nobody', 'administrators', 'everyone'] as const).map((one) => (
            <label class="checkbox">
              <input type="radio" name="required" value={one} checked={one === required} />
              <span>{security.choices[one]}</span>
            </label>
          ))}
          <p class="field-help" id="required-help">
            {security.help}
          </p>
        </fieldset>
        <p>
          {security.spread(spread.protectedPeople, spread.people)}{' '}
          {security.administrators(spread.protectedAdministrators, spread.administrators)}
        </p>
        {lacks && (
          <p class="notice">
            {security.selfLacks} <a href="/me/second-factor">{security.setUp}</a>
          </p>
        )}
        <Button>{words.common.save}</Button>
      </form>
    </AdminPage>
  );
};
