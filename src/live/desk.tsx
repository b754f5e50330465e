import { Seen } from '../../views/conversation/log.tsx';
import { DeskMessageArticle } from '../../views/desk/message.tsx';
import { SessionChanged } from '../../views/desk/session-frames.tsx';
import { SessionItem } from '../../views/desk/session-item.tsx';
import { Gone } from '../../views/streams/gone.tsx';
import { OfSession } from '../../views/streams/of-session.tsx';
import { SessionGone } from '../../views/streams/session-gone.tsx';
import { wordsFor } from '../i18n/index.ts';
import { newId } from '../id.ts';
import { asSeen } from '../sessions/cards.ts';
import { abilities } from '../sessions/policy.ts';
import { unreadOf } from '../sessions/row.ts';
import type { Crowd } from './crowd.ts';
import type { Scene, SessionNow } from './load.ts';
import type { Post } from './post.ts';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';
import type { Touched } from './work.ts';

/** Sends what changed in a conversation to those at the desk who see it, and takes it from those who do not any more. */
export const postToDesk = (post: Post, { stirred, sessions, seenIn, conversation }: Scene, crowd: Crowd): void => {
  for (const viewer of crowd.onLine(stirred.line)) {
    for (const { touched, now } of sessions) {
      if (sees(viewer, now)) postSession(post, viewer, touched, now);
      else postGone(post, viewer, touched, now);
    }
    if (seenIn && sees(viewer, seenIn)) {
      const { id, clientReadSeq: seq } = conversation;
      post.html(viewer, `seen ${id}`, () => <Seen conversationId={id} seq={seq} words={wordsFor(viewer.language)} />);
    }
  }
};

const postSession = (post: Post, viewer: Viewer, touched: Touched, now: SessionNow): void => {
  const words = wordsFor(viewer.language);
  const unread = unreadFor(viewer, now);
  if (touched.moves.length + touched.messages.length > 0 || touched.readers.has(viewer.personId)) {
    post.html(viewer, `row ${touched.id} ${unread}`, () => <SessionItem row={{ ...now.row, unread }} words={words} />);
  }
  for (const message of now.messages) {
    // What a conversation tells of an item is not the same for everybody who reads it.
    const seen = asSeen(message, viewer.rights.apps);
    const item = seen.kind === 'event' && seen.card?.item ? 'with its item' : '';
    post.html(viewer, `message ${message.id} ${item}`, () => (
      <OfSession id={touched.id}>
        <DeskMessageArticle message={seen} words={words} />
      </OfSession>
    ));
  }
  if (hadOpen(viewer, touched, now)) postHead(post, viewer, now);
};

/** Who may have the session open that moved: everybody else who sees it now did not see it before, or it just began. */
const hadOpen = ({ personId, rights }: Viewer, { line, moves }: Touched, { row }: SessionNow): boolean => {
  if (moves.length === 0) return false;
  const mine = row.owner?.id === personId || moves.some((move) => move.ids.from === personId);
  const began = row.state === 'unassigned' && moves.every((move) => move.ids.from === undefined);
  return !began && (mine || rights.supervises.has(line));
};

/** What stands around the conversation shows what the viewer may do, and so changes only when the session moved. */
const postHead = (post: Post, viewer: Viewer, { row, draft }: SessionNow): void => {
  const { personId: me, rights } = viewer;
  const roles = { operator: rights.operates.has(row.line.id), supervisor: rights.supervises.has(row.line.id) };
  const may = abilities({ id: me, roles, administrator: rights.administrator }, row);
  // What can be done in one's own name is rendered in one's own name.
  const key = `${row.id} ${Object.values(may).join()} ${may.take || may.reply ? me : ''}`;
  const session = { row, may, draft: may.reply ? draft : '' };
  const words = wordsFor(viewer.language);
  post.html(viewer, `head ${key}`, () => (
    <SessionChanged session={session} me={me} messageId={newId()} words={words} />
  ));
};

/** Whoever operates the line may have had it on the screen a moment ago; its client never had. */
const postGone = (post: Post, viewer: Viewer, { id, moves }: Touched, { row }: SessionNow): void => {
  const had = (move: Touched['moves'][number]) => move.ids.from === undefined || move.ids.from === viewer.personId;
  if (row.client.userId === viewer.personId || !moves.some(had)) return;
  post.html(viewer, `gone ${id}`, () => <Gone id={`s-${id}`} />);
  post.html(viewer, `went ${id}`, () => <SessionGone id={id} now={row} words={wordsFor(viewer.language)} />);
};

// An unassigned session shows "New" to everybody, and no number.
const unreadFor = (viewer: Viewer, { row, marks }: SessionNow): number =>
  row.state === 'active' ? unreadOf(row, marks.get(viewer.personId) ?? 0) : unreadOf(row, 0);
