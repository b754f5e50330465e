import type { Words } from '../../src/i18n/words.ts';

/** What is said aloud and shortly shown at the edge of every page. Its inside is replaced, the region stays. */
export const Notices = ({ text, words }: { text?: string | undefined; words: Words }) => (
  <div class="notices" role="status" aria-live="polite">
    <Notice text={text} />
    <noscript>
      <p class="notice quiet">
        {words.common.reloadWhy}{' '}
        {/* biome-ignore lint/a11y/useValidAnchor: the empty address is this very page, whichever it is */}
        <a href="">{words.common.reload}</a>
      </p>
    </noscript>
  </div>
);

/** One notice, on the page or in a frame: whatever it says takes the place of what was said before. */
export const Notice = ({ text }: { text?: string | undefined }) => (
  <div id="notice">{text !== undefined && text !== '' && <p class="notice">{text}</p>}</div>
);
