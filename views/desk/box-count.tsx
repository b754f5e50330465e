import type { Words } from '../../src/i18n/words.ts';
import type { LineBox, Named } from '../../src/sessions/shapes.ts';
import { shown } from '../layout/counters.tsx';

/** What a box's link is called, with its number ("IT support: Unassigned, 4"). Replaced whole when the number moves. */
export const BoxCount = ({
  line,
  box,
  count,
  words,
}: {
  line: Named;
  box: LineBox;
  count: number | null;
  words: Words;
}) => (
  <Count
    id={`box-${line.id}-${box}`}
    name={words.desk.boxOf(line.name, words.desk.box[box])}
    count={count ?? 0}
    words={words}
  />
);

/** The same of "Waiting for you": its number is the red one at Lines. */
export const WaitingCount = ({ count, words }: { count: number; words: Words }) => (
  <Count id="box-waiting" name={words.desk.box.waiting} count={count} red words={words} />
);

type CountProps = { id: string; name: string; count: number; red?: boolean; words: Words };

const Count = ({ id, name, count, red = false, words }: CountProps) => (
  <span id={id} class="box-count">
    <span class="sr-only">{words.common.counted(name, count)}</span>
    {count > 0 && (
      <span class={red ? 'badge red' : 'badge'} aria-hidden="true">
        {shown(count)}
      </span>
    )}
  </span>
);
