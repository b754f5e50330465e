import type { Words } from '../../../src/i18n/words.ts';

/** Stands in the place of a unit that somebody else deleted. `typed`: what was to become of it. */
export const Gone = ({ words: { org }, typed }: { words: Words; typed: string }) => (
  <>
    <h2 class="org-name">{org.gone}</h2>
    <div class="error-summary" role="alert">
      <p>{org.goneText}</p>
      {typed !== '' && <p>{org.goneTyped(typed)}</p>}
    </div>
  </>
);
