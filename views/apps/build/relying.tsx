import type { BoundLine } from '../../../src/apps/qualify.ts';
import type { Words } from '../../../src/i18n/words.ts';

/** The lines for whose sake a change was refused, each with the way to its settings. */
export const RelyingLines = ({ lines, words }: { lines: readonly BoundLine[]; words: Words }) =>
  lines.length > 0 ? (
    <div class="error-summary" role="alert">
      <p class="error-summary-title">{words.apps.lineRefusal}</p>
      <ul>
        {lines.map((line) => (
          <li>
            <a href={`/lines/${line.id}/settings`}>{line.name}</a>
          </li>
        ))}
      </ul>
    </div>
  ) : null;
