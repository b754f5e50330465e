import type { Words } from '../../src/i18n/words.ts';
import type { Box, DeskBoxes, Place, SessionPage } from '../../src/sessions/shapes.ts';
import type { IconName } from '../icons/names.ts';
import { Empty } from '../layout/empty.tsx';
import { orderOf, placeHref, placeKey } from './place.ts';
import { SessionItem } from './session-item.tsx';

export type SessionListProps = {
  page: SessionPage;
  /** Where the person stands: sessions opened from here keep this list beside them. */
  place: Place;
  /** Which box's sessions these are. */
  box: Box;
  boxes: DeskBoxes;
  /** The open session. */
  current?: string | undefined;
  /** How the list is heard; "Sessions" unless it is a section of one. */
  label?: string;
  words: Words;
};

/** One list of sessions. The attributes tell the live stream which rows belong in it, and in which order. */
export const SessionList = ({ page, place, box, boxes, current, label, words }: SessionListProps) => (
  <>
    <ul
      id={listId(box)}
      class="rows"
      aria-label={label ?? words.desk.sessions}
      data-list=""
      data-box={box}
      data-line={'lineId' in place ? place.lineId : undefined}
      data-order={orderOf[box]}
      data-more={page.after === null ? undefined : ''}
      data-supervised={box === 'waiting' ? supervisedIn(boxes) : undefined}
      hx-boost:inherited="true"
      hx-target:inherited="#session-pane"
      hx-swap:inherited="outerHTML"
      hx-vals:inherited={`in:${placeKey(place)}`}
    >
      {page.rows.map((row) => (
        <SessionItem row={row} place={place} current={row.id === current} words={words} />
      ))}
    </ul>
    <Empty icon={icons[box]} {...words.desk.empty[box]} />
    {page.after !== null && <ShowMore box={box} place={place} after={page.after} words={words} />}
  </>
);

/**
 * The answer to "Show more": rows to put at the end of the list, and the next link in place of the one pressed. Without `page.after`
 * the link is gone, and with it the list's mark that there is more.
 */
export const MoreRows = ({ page, place, box, words }: Omit<SessionListProps, 'boxes' | 'current' | 'label'>) => (
  <>
    <hx-partial hx-target={`#${listId(box)}`} hx-swap="beforeend">
      {page.rows.map((row) => (
        <SessionItem row={row} place={place} words={words} />
      ))}
    </hx-partial>
    {page.after === null ? (
      <span hidden data-list-end={listId(box)} />
    ) : (
      <ShowMore box={box} place={place} after={page.after} words={words} />
    )}
  </>
);

type ShowMoreProps = { box: Box; place: Place; after: string; words: Words };

/** A page of its own without scripts. */
const ShowMore = ({ box, place, after, words }: ShowMoreProps) => {
  const href = `${placeHref(place.box === 'line' ? { box: box as never, lineId: place.lineId } : place)}?after=${encodeURIComponent(after)}`;
  return (
    <a class="show-more" href={href} hx-get={href} hx-swap="outerHTML">
      {words.common.showMore}
    </a>
  );
};

const listId = (box: Box): string => `list-${box}`;

const supervisedIn = (boxes: DeskBoxes): string =>
  boxes.lines
    .filter(({ supervises }) => supervises)
    .map(({ line }) => line.id)
    .join(' ');

const icons: Record<Box, IconName> = {
  waiting: 'circle-check',
  mine: 'message-circle',
  unassigned: 'inbox',
  active: 'message-circle',
  closed: 'circle-check',
};
