import type { Line, Setting } from '../../src/lines/settings.ts';
import { fieldId } from '../form/field.tsx';
import { type Names, settingLabels, settingValue } from './values.ts';

type Props = Names & { settings: readonly Setting[]; stored: Line };

/** Two people changed the same settings at once: what the other one saved, while one's own stays in the form. */
export const Conflict = ({ settings, stored, ...names }: Props) => (
  <div class="error-summary" role="alert" tabindex={-1}>
    <p class="error-summary-title">{names.words.lines.conflictTitle}</p>
    <p>{names.words.lines.conflict}</p>
    <ul>
      {settings.map((setting) => (
        <li>
          <a href={`#${fieldId(isAudience(setting) ? 'audience' : setting)}`}>
            {names.words.lines.conflictNow(settingLabels(names.words)[setting], settingValue(setting, stored, names))}
          </a>
        </li>
      ))}
    </ul>
  </div>
);

/** They have one field together. */
const isAudience = (setting: Setting): boolean => /^audience/.test(setting);
