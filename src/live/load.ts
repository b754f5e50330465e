import type { Reader } from '../db/doors.ts';
import { toClientLine } from '../sessions/chat.ts';
import { forClient } from '../sessions/client-message.ts';
import { forDesk } from '../sessions/desk-message.ts';
import { draftOf } from '../sessions/drafts.ts';
import { sessionRow } from '../sessions/row.ts';
import type { ClientConversationRow, ClientMessage, SessionRow, UnseenMessage } from '../sessions/shapes.ts';
import { type StoredMessage, storedMessage } from '../sessions/stretch.ts';
import { conversationById } from '../sessions/watched/conversation.ts';
import { eventsSince, marksOf, participantsOf } from '../sessions/watched/session.ts';
import type { Crowd } from './crowd.ts';
import type { Viewer } from './viewer.ts';
import type { Stirred, Touched } from './work.ts';

/** The present state of a session, as everything that is shown of it is made from. */
export type SessionNow = {
  row: SessionRow;
  /** Who ever owned or answered it; only asked for closed ones, where it says who sees it. */
  participants: ReadonlySet<string>;
  /** How many of the client's messages each of the people concerned has read. */
  marks: ReadonlyMap<string, number>;
  /** What the owner had typed before, who may write again. */
  draft: string;
  /** What they tell of items is for those alone who see their apps. */
  messages: readonly UnseenMessage[];
};

/** The present state of a conversation from its client's side. Nothing here tells who answered but `messages`' `from`. */
export type ConversationNow = {
  id: string;
  clientUserId: string | null;
  row: ClientConversationRow;
  messages: readonly ClientMessage[];
  /** How far the desk has read, and how far the client. */
  deskReadSeq: number;
  clientReadSeq: number;
};

/** A conversation in which something happened, as it stands now. */
export type Scene = {
  stirred: Stirred;
  /** Undefined where nobody at the desk looks on. */
  sessions: readonly { touched: Touched; now: SessionNow }[];
  conversation: ConversationNow;
  /** The open session, for who is told that the client has read. */
  seenIn: SessionNow | undefined;
};

/**
 * Loads what there is to show of a conversation; undefined if nobody in the crowd is concerned, or there is no such thing.
 */
export const loadScene = async (db: Reader, stirred: Stirred, crowd: Crowd): Promise<Scene | undefined> => {
  const desk = [...crowd.onLine(stirred.line)];
  const found = await conversationById(db, { id: stirred.id });
  const [first] = found;
  if (!first || (desk.length === 0 && crowd.ofPerson(first.clientUserId ?? '').length === 0)) return undefined;
  const sessions: { touched: Touched; now: SessionNow }[] = [];
  const stored: StoredMessage[] = [];
  for (const touched of stirred.sessions.values()) {
    const row = await sessionRow(db, touched.id);
    if (!row) continue;
    const added = await storedMessages(db, touched);
    stored.push(...added);
    const around = await aroundRow(db, row, desk);
    const draft = await draftFor(db, touched, row, crowd);
    sessions.push({ touched, now: { ...around, draft, messages: await forDesk(db, row.client, added) } });
  }
  const seenRow = stirred.seen?.session === undefined ? undefined : await sessionRow(db, stirred.seen.session);
  return {
    stirred,
    sessions,
    conversation: toConversation(stirred.id, first, stored),
    seenIn: seenRow && { ...(await aroundRow(db, seenRow, [])), draft: '', messages: [] },
  };
};

/** A session as it stands, for who asks only who sees it; undefined if there is none. */
export const loadSession = async (db: Reader, id: string): Promise<SessionNow | undefined> => {
  const row = await sessionRow(db, id);
  return row && { ...(await aroundRow(db, row, [])), draft: '', messages: [] };
};

/** A conversation as its client sees it; undefined if there is none. */
export const loadConversation = async (db: Reader, id: string): Promise<ConversationNow | undefined> => {
  const [found] = await conversationById(db, { id });
  return found && toConversation(id, found, []);
};

/** Who took part, and how far those have read who see the unread number. */
const aroundRow = async (
  db: Reader,
  row: SessionRow,
  desk: readonly Viewer[],
): Promise<Omit<SessionNow, 'messages' | 'draft'>> => {
  const participants = row.state === 'closed' ? await participantsOf(db, { session: row.id }) : [];
  const readers = desk.filter(
    ({ personId, rights }) => personId === row.owner?.id || rights.supervises.has(row.line.id),
  );
  const people = row.state === 'active' ? readers.map((viewer) => viewer.personId) : [];
  const marks = people.length > 0 ? await marksOf(db, row.id, people) : [];
  return {
    row,
    participants: new Set(participants.map((one) => one.id)),
    marks: new Map(marks.map((mark) => [mark.person, mark.read])),
  };
};

const draftFor = async (
  db: Reader,
  { moves }: Touched,
  { id, state, owner }: SessionRow,
  crowd: Crowd,
): Promise<string> => {
  const shown = moves.length > 0 && state === 'active' && owner && crowd.ofPerson(owner.id).length > 0;
  return shown ? await draftOf(db, owner.id, `session:${id}`) : '';
};

const toConversation = (id: string, found: FoundConversation, stored: readonly StoredMessage[]): ConversationNow => {
  const { line, last, deskReadSeq, clientReadSeq, clientUserId } = found;
  return {
    ...{ id, clientUserId, deskReadSeq, clientReadSeq },
    row: {
      conversationId: id,
      line: toClientLine(line),
      last: { ...last, kind: last.kind === 'client' ? 'mine' : 'answer' },
      unread: Math.max(0, found.answers - found.answersRead),
    },
    messages: stored.flatMap((message) => forClient(message, line.showOperator) ?? []),
  };
};

/** The messages that were added, and what the session's moves left in the conversation, in its order. */
const storedMessages = async (db: Reader, touched: Touched): Promise<StoredMessage[]> => {
  const [first] = touched.moves;
  const events = first
    ? await eventsSince(db, { session: touched.id, conversation: touched.conversation, at: first.at - slack })
    : [];
  const ids = new Set([...touched.messages.map((fact) => fact.ids.message), ...events.map((event) => event.id)]);
  const stored: StoredMessage[] = [];
  for (const id of ids) {
    const message = await storedMessage(db, id);
    if (message) stored.push(message);
  }
  return stored.sort((a, b) => a.seq - b.seq);
};

/**
 * A fact says that a session moved, not which event tells of it, and an event carries the time at which somebody asked, not
 * that of the commit. Those of the last minute before are sent again; the page has them and changes nothing.
 */
const slack = 60_000;

type FoundConversation = Awaited<ReturnType<typeof conversationById>>[number];
