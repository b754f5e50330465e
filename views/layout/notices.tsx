/** What is said aloud and shortly shown at the edge of every page. Its inside is replaced, the region stays. */
export const Notices = ({ text }: { text?: string | undefined }) => (
  <div class="notices" role="status" aria-live="polite">
    <Notice text={text} />
  </div>
);

/** One notice, on the page or in a frame: whatever it says takes the place of what was said before. */
export const Notice = ({ text }: { text?: string | undefined }) => (
  <div id="notice">{text !== undefined && text !== '' && <p class="notice">{text}</p>}</div>
);
