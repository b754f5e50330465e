import type { Words } from '../../src/i18n/words.ts';
import type { Place, SessionRow } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { shown } from '../layout/counters.tsx';
import { kept } from '../layout/kept.ts';
import { Time } from '../layout/time.tsx';
import { placeKey } from './place.ts';

type ItemProps = {
  row: SessionRow;
  /** Absent in a frame, which all lists share: there the list itself adds it. */
  place?: Place;
  current?: boolean;
  words: Words;
};

/** A session in a list, the same for everybody but for its unread number. Its link spans the whole row. */
export const SessionItem = (props: ItemProps) => {
  const { row, place, current, words } = props;
  // The version counts every change of the session; people's and lines' names and pictures change without it.
  const faces = [row.client.avatar, row.owner?.avatar];
  const names = [row.client.name, row.line.name, row.owner?.name, row.last.author?.name, ...faces].join('\n');
  const shownAs = `${words.language} ${words.zone ?? ''} ${place ? placeKey(place) : ''} ${current ? 'current' : ''} ${row.unread}`;
  return kept(`row ${row.id} ${row.version} ${shownAs} ${names}`, () => <Item {...props} />);
};

const Item = ({ row, place, current = false, words }: ItemProps) => (
  <li
    id={`s-${row.id}`}
    class="row"
    data-line={row.line.id}
    data-state={row.state}
    data-owner={row.owner?.id ?? ''}
    data-unread={row.unread}
    data-waiting={row.waitingSince}
    data-recent={row.last.at}
    data-closed={row.closedAt ?? ''}
  >
    <Avatar id={row.client.accountId} name={row.client.name} src={row.client.avatar} />
    {row.client.channel !== 'chat' && (
      <span class="row-channel" title={words.desk.row.channels[row.client.channel]}>
        <Icon name="send" />
      </span>
    )}
    <div class="row-text">
      <div class="row-first">
        <a
          class="row-link"
          href={`/sessions/${row.id}${place === undefined ? '' : `?in=${placeKey(place)}`}`}
          aria-label={heard(row, words)}
          aria-current={current ? 'page' : undefined}
        >
          {row.client.name}
        </a>
        <span class="row-line">{row.line.name}</span>
        <When row={row} words={words} />
      </div>
      <div class="row-second">
        <p class="row-last">
          {row.last.author !== null && row.last.kind === 'answer' && <b>{row.last.author.name}: </b>}
          {excerpt(row.last.text) || words.desk.row.files}
        </p>
        <Owner row={row} words={words} />
        <Mark row={row} words={words} />
      </div>
    </div>
  </li>
);

/** How long somebody waits, else when the last was written. */
const When = ({ row, words }: { row: SessionRow; words: Words }) =>
  row.state === 'unassigned' ? (
    <span class="row-when waits">
      <span class="sr-only">{words.desk.row.waits} </span>
      <Time at={row.waitingSince} kind="wait" words={words} />
    </span>
  ) : (
    <span class="row-when">
      <Time at={row.last.at} kind="list" words={words} />
    </span>
  );

/** Who answers: shown in supervisors' boxes. */
const Owner = ({ row, words }: { row: SessionRow; words: Words }) =>
  row.owner !== null && (
    <span class="row-owner" title={words.desk.row.owner(row.owner.name)}>
      <span class="sr-only">{words.desk.row.owner(row.owner.name)}</span>
      <Avatar id={row.owner.id} name={row.owner.name} src={row.owner.avatar} size="small" />
    </span>
  );

/** "New" or the unread number, never both: the link's name has said it already. */
const Mark = ({ row, words }: { row: SessionRow; words: Words }) => {
  if (row.state === 'unassigned') {
    return (
      <span class="badge blue" aria-hidden="true">
        {words.desk.row.new}
      </span>
    );
  }
  return row.unread > 0 ? (
    <span class="badge red" aria-hidden="true">
      {shown(row.unread)}
    </span>
  ) : null;
};

function heard({ client, state, unread }: SessionRow, { desk: { row } }: Words): string {
  if (state === 'unassigned') return row.isNew(client.name);
  return unread > 0 ? row.unread(client.name, unread) : client.name;
}

/** No more of a message than a row could ever show. */
const excerpt = (text: string): string => [...text.slice(0, 240)].slice(0, 120).join('');
