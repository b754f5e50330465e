import type { AppIcon } from '../apps/app.ts';
import type { SessionEvent } from './event.ts';

/** Where a session stands. */
type SessionState = 'bot' | 'unassigned' | 'active' | 'closed';

export type CloseReason = 'operator' | 'client' | 'silence' | 'bot' | 'spam' | 'window' | 'archived';

/** The groups of sessions in the desk. `waiting` is "Waiting for you", over all lines. */
export type LineBox = 'mine' | 'unassigned' | 'active' | 'closed';
export type Box = LineBox | 'waiting';

/** Somebody of the company, as others may see them. */
export type Named = { id: string; name: string };

/** The same with their picture's address, null for none. It names the person, as the id does. */
export type Face = Named & { avatar: string | null };

/** Through which channel a client writes who is no user, and what it tells of them. Nobody has verified it. */
type Outside = { channel: string; phone: string | null; email: string | null };

/** Whoever writes to a line, as the desk sees them. */
export type Client = {
  accountId: string;
  userId: string | null;
  name: string;
  avatar: string | null;
  channel: 'chat' | 'test';
};

/** A stored file of a message. */
export type Attachment = { id: string; name: string; type: string; size: number };

/** A session as a list shows it, the same for every viewer but for `unread`. Times: ms since 1970, UTC. */
export type SessionRow = {
  id: string;
  conversationId: string;
  line: Named;
  client: Client;
  state: SessionState;
  owner: Face | null;
  last: { kind: 'client' | 'answer'; author: Named | null; text: string; at: number };
  waitingSince: number;
  closedAt: number | null;
  /** The client's messages that the viewer has not read and nobody has answered; 0 when closed. */
  unread: number;
  /** What unread numbers are made of: the client's messages so far, and how many of them were answered. */
  counts: { client: number; answered: number };
  version: number;
};

/** An app as it is shown beside a conversation, to whoever sees the conversation. */
export type AppMark = { id: string; name: string; icon: AppIcon };

/** An item of which a conversation tells, as its reader may know it. */
export type Card = {
  app: AppMark;
  /** As it is written: "C-0012". */
  number: string;
  /** Null for who does not see the app, and where the item is gone. */
  item: { id: string; title: string } | null;
  /** It was deleted. */
  gone: boolean;
};

type MessagePlace = { id: string; conversationId: string; sessionId: string; seq: number; at: number };

type Said = { kind: 'client' | 'answer'; author: Face; text: string; files: readonly Attachment[] };

/** `by` did it; `other` is who got the session, or who lost it. */
type Happened = { kind: 'event'; event: SessionEvent; by: Named | null; other: Named | null };

/** A message as the desk reads it. */
export type DeskMessage = MessagePlace & (Said | (Happened & { card: Card | null }));

/** The same before it is known who reads: what it tells of an item is not for everybody (see cards.ts). */
export type UnseenMessage = MessagePlace & (Said | (Happened & { about: Card | null }));

/** Who answered, as the client may know it: a person where the line shows operators, else the line and nothing more. */
export type Answerer = ({ kind: 'operator' } & Face) | { kind: 'line' };

/** A message as its client reads it. It has no field for who answered but `from`. */
export type ClientMessage = { id: string; conversationId: string; seq: number; at: number } & (
  | { kind: 'mine'; text: string; files: readonly Attachment[] }
  | { kind: 'answer'; from: Answerer; text: string; files: readonly Attachment[] }
  | { kind: 'closed'; reason: CloseReason }
);

/** A stretch of a conversation, oldest first. */
export type Stretch<M> = { messages: readonly M[]; earlier: boolean; later: boolean };

/** The line as a client sees it. */
export type ClientLine = {
  id: string;
  name: string;
  description: string;
  avatar: string | null;
  showOperator: boolean;
};

/** One of the person's own conversations, as Messages lists it. */
export type ClientConversationRow = {
  conversationId: string;
  line: ClientLine;
  last: { kind: 'mine' | 'answer'; text: string; at: number };
  unread: number;
};

/** The chat of a person with a line; no conversation yet before the first message. */
export type ClientChat = {
  line: ClientLine;
  conversationId: string | null;
  stretch: Stretch<ClientMessage>;
  /** The number of the first message that the person has not read; null when all are. */
  firstUnread: number | null;
  /** How far the desk has read. */
  seenSeq: number;
  /** The highest number in the conversation. */
  lastSeq: number;
  /** Why nothing can be written; null when it can. */
  closedBecause: 'archived' | 'audience' | null;
  draft: string;
};

/** What the person may do with an open session, so that pages offer just that. */
export type Abilities = {
  take: boolean;
  reply: boolean;
  reassign: boolean;
  /** Give it back to the queue. */
  giveBack: boolean;
  close: boolean;
  settings: boolean;
};

/** The session that stands in the centre of the desk. */
export type OpenSession = {
  row: SessionRow;
  may: Abilities;
  stretch: Stretch<DeskMessage>;
  firstUnread: number | null;
  /** How far the client has read. */
  seenSeq: number;
  lastSeq: number;
  draft: string;
  /** For the panel Client information. */
  info: { firstContactAt: number; sessionCount: number; outside: Outside | null };
};

/** A line in the navigation "Boxes", with its boxes and their numbers; Closed has no number. */
export type DeskLine = {
  line: Named & { avatar: string | null; archived: boolean };
  operates: boolean;
  supervises: boolean;
  boxes: readonly { box: LineBox; count: number | null }[];
};

export type DeskBoxes = {
  /** The length of "Waiting for you": the red counter at Lines. */
  waiting: number;
  /** What waits on the lines that the person operates: the blue counter; null for who operates none. */
  queue: number | null;
  lines: readonly DeskLine[];
};

/** A page of a list of sessions. `after` is the cursor of the next page. */
export type SessionPage = { rows: readonly SessionRow[]; after: string | null };

/** Where in the desk the person stands: which list is shown beside the session. */
export type Place = { box: 'waiting' } | { box: 'line'; lineId: string } | { box: LineBox; lineId: string };

/** The numbers of the frame. `queue` is the blue counter: null for who operates no line. */
export type Counters = { lines: number; messages: number; queue: number | null };

/** Somebody a session can be given to. */
export type Operator = Face & { isOwner: boolean };
