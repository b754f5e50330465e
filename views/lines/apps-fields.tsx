import type { Qualifies } from '../../src/apps/qualify.ts';
import type { Words } from '../../src/i18n/words.ts';
import type { AppChoice } from '../../src/lines/app-choice.ts';
import type { TypedLine } from '../../src/lines/settings.ts';
import { Choices } from '../form/checkbox.tsx';
import type { FormErrors } from '../form/error-summary.tsx';
import { SelectField } from '../form/select-field.tsx';

/** What there is to choose from; `external`: clients from outside write to the line. */
export type AppPicks = { choices: readonly AppChoice[]; external: boolean };

type Props = AppPicks & { typed: Pick<TypedLine, 'linkApp' | 'createdApps'>; errors: FormErrors; words: Words };

/** The apps that a line works with: what does not qualify stands there greyed, with the reason. */
export const AppsFields = ({ choices, external, typed, errors, words }: Props) => {
  const option = ({ id, name }: AppChoice, fits: Qualifies, chosen: boolean) => ({
    value: id,
    label: name,
    // What the line has stays in the form, or a save would take it away unasked.
    disabled: !(fits.ok || chosen),
    why: fits.ok ? undefined : words.lines.appUnfit[fits.why],
  });
  const unlinked = external && typed.linkApp === null && typed.createdApps.length > 0;
  return (
    <>
      <SelectField
        name="linkApp"
        label={words.lines.linkApp}
        help={words.lines.linkAppHelp}
        error={errors['linkApp']}
        value={typed.linkApp ?? ''}
        options={[
          { value: '', label: words.lines.nothing },
          ...choices.map((app) => option(app, app.link, app.id === typed.linkApp)).map(withReason),
        ]}
      />
      <Choices
        name="createdApps"
        label={words.lines.createdApps}
        help={unlinked ? words.lines.createdAppsUnlinked : words.lines.createdAppsHelp}
        error={errors['createdApps']}
        options={choices.map((app) => option(app, app.create, typed.createdApps.includes(app.id)))}
        chosen={typed.createdApps}
        none={words.lines.noApps}
      />
    </>
  );
};

/** An option of a select has no place for a line of its own. */
const withReason = ({
  label,
  why,
  ...option
}: {
  value: string;
  label: string;
  disabled: boolean;
  why?: string | undefined;
}) => ({
  ...option,
  label: why === undefined ? label : `${label} (${why})`,
});
