import { sql } from 'drizzle-orm';
import { index, int, json, primaryKey, table, text, uniqueIndex, word } from '../columns.ts';
import { files } from './files.ts';
import { channels, lines } from './lines.ts';
import { users } from './people.ts';

/** One identity of one person on one channel. The built-in chat's accounts are employees. */
export const accounts = table(
  'accounts',
  {
    id: text('id').primaryKey(),
    channel: word('channel', ['chat', 'test']).notNull(),
    /** Whose account in the built-in chat; null for accounts of other channels. */
    userId: text('user_id').references(() => users.id),
    /** Through which channel of which line it writes, and what it is called there; null for the built-in chat. */
    channelId: text('channel_id').references(() => channels.id),
    externalId: text('external_id'),
    name: text('name').notNull(),
    /** What its channel told of it: nothing is ever joined by these alone. */
    phone: text('phone'),
    email: text('email'),
    /** What it is found by: name, phone and e-mail as search compares them; null for the built-in chat, whose names are the users'. */
    findKey: text('find_key'),
    createdAt: int('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('accounts_user').on(t.userId),
    uniqueIndex('accounts_external').on(t.channelId, t.externalId),
    index('accounts_created').on(t.createdAt, t.id),
  ],
);

/**
 * Everything between one account and one line, for ever.
 *
 * `client_count` and `answer_count` number the client's messages and the answers: every unread number is a difference of
 * two such counts, so no counter ever counts rows.
 */
export const conversations = table(
  'conversations',
  {
    id: text('id').primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The account's user, copied: who must not see this conversation from the desk's side. */
    clientUserId: text('client_user_id').references(() => users.id),
    lastSeq: int('last_seq').notNull(),
    clientCount: int('client_count').notNull(),
    answerCount: int('answer_count').notNull(),
    /** How far the client has read: the last message's number, and how many of the answers. */
    clientReadSeq: int('client_read_seq').notNull(),
    clientReadAnswers: int('client_read_answers').notNull(),
    /** How far the desk (the owner of the session) has read: what the client sees as "seen". */
    deskReadSeq: int('desk_read_seq').notNull(),
    /** What the client's own list shows. */
    lastAt: int('last_at').notNull(),
    lastKind: word('last_kind', ['client', 'answer']).notNull(),
    lastText: text('last_text').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('conversations_account').on(t.lineId, t.accountId),
    index('conversations_client').on(t.clientUserId, t.lastAt, t.id),
  ],
);

/** One episode of handling inside a conversation. The row holds all that a list of sessions shows. */
export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    clientUserId: text('client_user_id').references(() => users.id),
    state: word('state', ['bot', 'unassigned', 'active', 'closed']).notNull(),
    ownerId: text('owner_id').references(() => users.id),
    openedAt: int('opened_at').notNull(),
    /** Since when it waits for somebody, or waited last. */
    waitingSince: int('waiting_since').notNull(),
    closedAt: int('closed_at'),
    closeReason: word('close_reason', ['operator', 'client', 'silence', 'bot', 'spam', 'window', 'archived']),
    closedBy: text('closed_by').references(() => users.id),
    /** Numbers of its first and last message in the conversation. */
    firstSeq: int('first_seq').notNull(),
    lastSeq: int('last_seq').notNull(),
    /** The client's messages of the whole conversation so far; and how many of them an answer (or a session before) has dealt with. */
    clientCount: int('client_count').notNull(),
    answeredCount: int('answered_count').notNull(),
    /** The last message that a person wrote, as lists show it. */
    lastAt: int('last_at').notNull(),
    lastKind: word('last_kind', ['client', 'answer']).notNull(),
    lastText: text('last_text').notNull(),
    lastAuthorId: text('last_author_id').references(() => users.id),
    /** Counts every change: what a cached fragment is keyed by. */
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('sessions_open').on(t.conversationId).where(sql`${t.state} <> 'closed'`),
    index('sessions_conversation').on(t.conversationId, t.firstSeq),
    index('sessions_client').on(t.clientUserId, t.lineId, t.state),
    index('sessions_waiting').on(t.lineId, t.state, t.waitingSince, t.id),
    index('sessions_recent').on(t.lineId, t.state, t.lastAt, t.id),
    index('sessions_owner').on(t.ownerId, t.state, t.lastAt, t.id),
    index('sessions_closed').on(t.lineId, t.state, t.closedAt, t.id),
  ],
);

/** Who ever owned or answered a session: operators see those closed ones in which they took part. */
export const sessionParticipants = table(
  'session_participants',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.userId] }),
    index('session_participants_user').on(t.userId, t.sessionId),
  ],
);

/** How far a person at the desk has read a session. */
export const readMarks = table(
  'read_marks',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    /** How many of the client's messages of the conversation. */
    clientCount: int('client_count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.sessionId] }), index('read_marks_session').on(t.sessionId)],
);

/** A message. Its id is made by whoever writes it, so that the same form sent twice is one message. */
export const messages = table(
  'messages',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    /** Its place in the conversation: 1, 2, 3 … given in the transaction. */
    seq: int('seq').notNull(),
    kind: word('kind', ['client', 'answer', 'event']).notNull(),
    /** The user who wrote or did it; null for a client who is not a user, and for the product itself. */
    authorId: text('author_id').references(() => users.id),
    text: text('text').notNull(),
    /** The text as search compares it. */
    textKey: text('text_key').notNull(),
    /** What happened, for `event`s: see sessions/event.ts. */
    event: json('event'),
    /** The client's messages, and the answers, of the conversation up to and with this one. */
    clientCount: int('client_count').notNull(),
    answerCount: int('answer_count').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [uniqueIndex('messages_order').on(t.conversationId, t.seq)],
);

export const messageFiles = table(
  'message_files',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    position: int('position').notNull(),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.position] }), uniqueIndex('message_files_file').on(t.fileId)],
);

/** What a person has typed and not sent yet, per place: `session:<id>` at the desk, `line:<id>` as a client. */
export const drafts = table(
  'drafts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    place: text('place').notNull(),
    text: text('text').notNull(),
    updatedAt: int('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.place] })],
);
