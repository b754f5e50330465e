import type { AppIcon } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { FieldNotes } from '../../form/field.tsx';
import { Icon } from '../../icons/icon.tsx';

type Props = { icons: readonly AppIcon[]; value: string; error?: string | undefined; words: Words };

/** What an app is marked by: one of the drawings, each with a name for who does not see it. */
export const IconField = ({ icons, value, error, words: { apps } }: Props) => (
  <fieldset class="field" id="field-icon">
    <legend class="field-label">{apps.icon}</legend>
    <div class="icon-choices">
      {icons.map((icon) => (
        <label class="icon-choice" title={apps.icons[icon]}>
          <input type="radio" name="icon" value={icon} checked={icon === value} />
          <Icon name={icon} />
          <span class="sr-only">{apps.icons[icon]}</span>
        </label>
      ))}
    </div>
    <FieldNotes name="icon" label={apps.icon} error={error} />
  </fieldset>
);
