import type { Words } from '../../src/i18n/words.ts';
import type { Offered } from '../../src/records/suggest.ts';
import { Candidates } from './candidates.tsx';

export type FindProps = {
  sessionId: string;
  appId: string;
  suggested: readonly Offered[];
  /** What was looked for, and found. */
  text: string;
  found: { items: readonly Offered[]; more: boolean };
  words: Words;
};

/** The way to an item that is there: those that may be the client's, and a search in all. */
export const FindItem = (props: FindProps) => {
  const { sessionId, suggested, text, words } = props;
  const { records } = words;
  const action = `/sessions/${sessionId}/account`;
  return (
    <>
      {suggested.length > 0 && (
        <section aria-label={records.suggested}>
          <h2>{records.suggested}</h2>
          <p class="hint">{records.suggestedWhy}</p>
          <Candidates {...props} items={suggested} />
        </section>
      )}
      <section aria-label={records.findTitle}>
        <h2>{records.findTitle}</h2>
        <form
          class="search"
          method="get"
          action={action}
          hx-get={action}
          hx-target="#found-items"
          hx-select="#found-items"
          hx-swap="outerHTML"
        >
          <input
            class="input"
            type="search"
            name="q"
            value={text}
            aria-label={records.findLabel}
            placeholder={records.findLabel}
          />
          <button type="submit" class="button">
            {records.find}
          </button>
        </form>
        <Found {...props} />
      </section>
    </>
  );
};

const Found = (props: FindProps) => (
  <div id="found-items" role="status">
    {props.text.trim() !== '' && props.found.items.length === 0 && (
      <p class="hint">{props.words.records.nothingFound}</p>
    )}
    <Candidates {...props} items={props.found.items} />
    {props.found.more && <p class="hint">{props.words.records.more}</p>}
  </div>
);
