import type { Words } from '../../../src/i18n/words.ts';
import { fieldId } from '../../form/field.tsx';

type Props = { changed: readonly { name: string; label: string; now: string }[]; words: Words };

/** Two people changed the same at once: what the other one saved, while one's own stays in the form. */
export const ChangedMeanwhile = ({ changed, words: { apps } }: Props) =>
  changed.length > 0 ? (
    <div class="error-summary" role="alert">
      <p class="error-summary-title">{apps.conflictTitle}</p>
      <p>{apps.conflict}</p>
      <ul>
        {changed.map(({ name, label, now }) => (
          <li>
            <a href={`#${fieldId(name)}`}>{apps.conflictNow(label, now)}</a>
          </li>
        ))}
      </ul>
    </div>
  ) : null;
