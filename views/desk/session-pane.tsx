import type { Words } from '../../src/i18n/words.ts';
import type { SessionRecords } from '../../src/records/shapes.ts';
import type { OpenSession, Place } from '../../src/sessions/shapes.ts';
import { Log } from '../conversation/log.tsx';
import { Newest } from '../conversation/newest.tsx';
import { Shown } from '../conversation/shown.tsx';
import { Typing } from '../conversation/typing.tsx';
import { Empty } from '../layout/empty.tsx';
import { CreateMenu } from '../records/create-menu.tsx';
import { Follow } from '../records/session-records.tsx';
import { Answering } from './answering.tsx';
import { ClientInfo } from './client-info.tsx';
import { entryOf } from './entry-of.ts';
import { placeKey } from './place.ts';
import { SessionHead } from './session-head.tsx';

export type SessionPaneProps = {
  session: OpenSession;
  /** What stands beside it of items. */
  records: SessionRecords;
  place: Place;
  /** The viewer's id. */
  me: string;
  /** A fresh id for the next message. */
  messageId: string;
  words: Words;
  refused?: { text: string; reason: string } | undefined;
};

/** The open session with what is known of its client: what a session's link puts beside the list. */
export const SessionPane = (props: SessionPaneProps) => {
  const { session, records, place, words } = props;
  const { row, stretch } = session;
  const address = `/sessions/${row.id}`;
  return (
    <div id="session-pane" class="session-pane">
      <section
        id={`session-${row.id}`}
        class="pane conversation"
        aria-label={words.desk.session}
        data-session={row.id}
        data-conversation={row.conversationId}
        data-version={row.version}
        data-read={`${address}/read`}
      >
        <div class="session-top">
          <SessionHead session={session} place={place} words={words} />
          <CreateMenu sessionId={row.id} menu={records.create} words={words} />
        </div>
        <div class="conversation-body">
          <Log
            conversationId={row.conversationId}
            entries={stretch.messages.map((message) => entryOf(message, words))}
            earlier={earlierHref(session)}
            later={stretch.later}
            firstUnread={session.firstUnread}
            seenSeq={session.seenSeq}
            words={words}
          />
          <Newest later={stretch.later} href={`${address}?in=${placeKey(place)}`} words={words} />
        </div>
        <Shown base={address} stretch={stretch} lastSeq={session.lastSeq} />
        <Typing conversationId={row.conversationId} words={words} />
        <Answering {...props} />
        <Follow sessionId={row.id} records={records} />
      </section>
      <ClientInfo session={session} account={records.account} words={words} />
    </div>
  );
};

/** What stands there while no session is chosen. */
export const NoSession = ({ words }: { words: Words }) => (
  <div id="session-pane" class="session-pane none">
    <Empty icon="message-circle" {...words.desk.empty.chosen} />
  </div>
);

/** Where the messages before the loaded ones are. */
export function earlierHref({ row, stretch }: Pick<OpenSession, 'row' | 'stretch'>): string | null {
  const first = stretch.messages[0];
  return stretch.earlier && first !== undefined ? `/sessions/${row.id}/messages?before=${first.seq}` : null;
}
