import type { Words } from '../../src/i18n/words.ts';
import type { OpenSession, Place, SessionRow } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { CloseSession, Reassign, ReturnToQueue } from './actions.tsx';
import { placeHref } from './place.ts';

export type SessionHeadProps = {
  session: Pick<OpenSession, 'row' | 'may'> & Partial<Pick<OpenSession, 'lastSeq'>>;
  /** Where Back leads; absent in a frame, which leads to the start of the desk. */
  place?: Place;
  words: Words;
};

/** Whose session this is, how it stands, and what may be done with it. Replaced whole when any of this changes. */
export const SessionHead = ({
  session: { row, may, lastSeq },
  place = { box: 'waiting' },
  words,
}: SessionHeadProps) => (
  <header id={`session-head-${row.id}`} class="pane-head session-head">
    <a
      class="icon-button back"
      href={placeHref(place)}
      aria-label={words.common.back}
      hx-boost="true"
      hx-target="#main"
      hx-select="#main"
      hx-swap="outerHTML"
    >
      <Icon name="arrow-left" />
    </a>
    <Avatar id={row.client.accountId} name={row.client.name} src={row.client.avatar} />
    <div class="session-who">
      <div class="session-name">
        {/* The page's heading where it stands alone, on a phone; elsewhere the list has one. */}
        <h1>{row.client.name}</h1>
        <span>{row.client.name}</span>
        {may.close && <CloseSession row={row} seen={lastSeq} words={words} />}
      </div>
      <p class="session-state">
        <span class="session-line">{row.line.name} · </span>
        {stateOf(row, words)}
      </p>
    </div>
    <div class="session-actions">
      {may.reassign && (
        <span class="reassign-here">
          <Reassign row={row} words={words} />
        </span>
      )}
      {may.giveBack && <ReturnToQueue row={row} words={words} />}
      {may.settings && (
        <a
          class="icon-button head-settings"
          href={`/lines/${row.line.id}/settings`}
          aria-label={words.desk.lineSettings}
          title={words.desk.lineSettings}
        >
          <Icon name="settings" />
        </a>
      )}
      <a class="icon-button show-info" href="#client" aria-label={words.desk.info.show} title={words.desk.info.show}>
        <Icon name="info" />
      </a>
    </div>
  </header>
);

function stateOf({ state, owner }: SessionRow, { desk }: Words): string {
  return state === 'active' ? desk.state.active(owner?.name ?? desk.event.somebody) : desk.state[state];
}
