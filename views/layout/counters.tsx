import type { Words } from '../../src/i18n/words.ts';
import { Icon } from '../icons/icon.tsx';

type CountProps = { count: number; words: Words };

/** Red, at Lines: what the link is called together with what waits. Replaced whole when it moves. */
export const LinesCount = ({ count, words }: CountProps) => (
  <Count id="count-lines" name={words.common.lines} count={count} words={words} />
);

/** Red, at Messages. */
export const MessagesCount = ({ count, words }: CountProps) => (
  <Count id="count-messages" name={words.common.messages} count={count} words={words} />
);

const Count = ({ id, name, count, words }: CountProps & { id: string; name: string }) => (
  <span id={id} data-count={count}>
    <span class="sr-only">{words.common.counted(name, count)}</span>
    {count > 0 && (
      <span class="badge red" aria-hidden="true">
        {shown(count)}
      </span>
    )}
  </span>
);

/**
 * Blue, at the bottom of every page of an operator: takes the session that waits longest. `queue` is null for who operates no line;
 * then, and at zero, an empty element keeps its place for the live stream.
 */
export const TakeNext = ({ queue, press, words }: TakeNextProps) =>
  queue === null || queue === 0 ? (
    <div id="take-next" />
  ) : (
    <form id="take-next" class="take-next" method="post" action="/sessions/next">
      {press !== undefined && <input type="hidden" name="press" value={press} />}
      <button
        type="submit"
        class="take-next-button"
        aria-label={words.common.takeNext(queue)}
        title={words.common.takeNext(queue)}
      >
        <Icon name="inbox" />
        <span class="take-next-count">{shown(queue)}</span>
        <span class="take-next-label">{words.common.takeNext(queue)}</span>
      </button>
    </form>
  );

type TakeNextProps = {
  queue: number | null;
  /** Names this button, so that a double click on it is one press; a frame's need none, the page's script sees to that. */
  press?: string;
  words: Words;
};

/** What fits a badge. */
export const shown = (count: number): string => (count > 999 ? '999+' : String(count));
