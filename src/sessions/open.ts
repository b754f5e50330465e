import { and, asc, count, eq, gt, min } from 'drizzle-orm';
import { mayInEach } from '../apps/rights.ts';
import type { Reader } from '../db/doors.ts';
import { accounts, channels, conversations, messages, readMarks, sessions } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { rolesOf } from '../lines/roles.ts';
import { appsAmong, asSeen } from './cards.ts';
import { forDesk } from './desk-message.ts';
import { draftOf } from './drafts.ts';
import { abilities } from './policy.ts';
import { sessionFor } from './row.ts';
import type { DeskMessage, OpenSession, SessionRow, Stretch } from './shapes.ts';
import { stretchOf, type Wanted } from './stretch.ts';

/**
 * A session with its conversation, as it opens in the centre of the desk; undefined when it is not theirs to see.
 *
 * @param before the number of a message: the part above it is wanted, for who scrolls up, sessions before this one included;
 *   else it opens at the first unread message
 */
export const openSession = async (
  db: Reader,
  person: { id: string; administrator: boolean },
  sessionId: string,
  before?: number,
): Promise<OpenSession | undefined> => {
  const row = await sessionFor(db, person.id, sessionId);
  if (!row) return undefined;
  const reach = await reachOf(db, row);
  const firstUnread = before === undefined && row.unread > 0 ? await firstUnreadSeq(db, row, person.id) : null;
  const wanted = before === undefined ? { around: firstUnread ?? reach.lastSeq + 1 } : { before };
  const stretch = await stretchFor(db, person.id, row, reach.lastSeq, wanted);
  return {
    row,
    may: abilities({ ...person, roles: await rolesOf(db, person.id, row.line.id) }, row),
    stretch: before === undefined ? stretch : { ...stretch, later: true },
    firstUnread,
    seenSeq: reach.seenSeq,
    lastSeq: reach.lastSeq,
    draft: await draftOf(db, person.id, `session:${row.id}`),
    info: await infoOf(db, row),
  };
};

const stretchFor = async (
  db: Reader,
  personId: string,
  row: SessionRow,
  upTo: number,
  wanted: Wanted,
): Promise<Stretch<DeskMessage>> => {
  const stretch = await stretchOf(db, row.conversationId, upTo, wanted);
  const messages = await forDesk(db, row.client, stretch.messages);
  const sees = new Set((await mayInEach(db, personId, appsAmong(messages))).keys());
  return { ...stretch, messages: messages.map((message) => asSeen(message, sees)) };
};

/** How far the session reaches in its conversation (what came after belongs to later sessions), and how far the client has read. */
const reachOf = async (db: Reader, row: SessionRow): Promise<{ lastSeq: number; seenSeq: number }> => {
  const [found] = await reach(db, { id: row.id });
  return found ?? { lastSeq: 0, seenSeq: 0 };
};

const firstUnreadSeq = async (db: Reader, row: SessionRow, personId: string): Promise<number | null> => {
  const [mark] = await readMark(db, { person: personId, session: row.id });
  const dealtWith = Math.max(mark?.read ?? 0, row.counts.answered);
  const [first] = await firstAfter(db, { conversation: row.conversationId, session: row.id, dealtWith });
  return first?.seq ?? null;
};

const infoOf = async (db: Reader, row: SessionRow): Promise<OpenSession['info']> => {
  const [info] = await history(db, { conversation: row.conversationId });
  const [outside] = row.client.userId === null ? await told(db, { account: row.client.accountId }) : [];
  return {
    firstContactAt: info?.firstContactAt ?? 0,
    sessionCount: info?.sessionCount ?? 0,
    outside: outside ?? null,
  };
};

const reach = statement((db, p: Params<{ id: string }>) =>
  db
    .select({ lastSeq: sessions.lastSeq, seenSeq: conversations.clientReadSeq })
    .from(sessions)
    .innerJoin(conversations, eq(conversations.id, sessions.conversationId))
    .where(eq(sessions.id, p('id'))),
);

const readMark = statement((db, p: Params<{ person: string; session: string }>) =>
  db
    .select({ read: readMarks.clientCount })
    .from(readMarks)
    .where(and(eq(readMarks.userId, p('person')), eq(readMarks.sessionId, p('session')))),
);

const firstAfter = statement((db, p: Params<{ conversation: string; session: string; dealtWith: number }>) =>
  db
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, p('conversation')),
        eq(messages.sessionId, p('session')),
        eq(messages.kind, 'client'),
        gt(messages.clientCount, p('dealtWith')),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(1),
);

const told = statement((db, p: Params<{ account: string }>) =>
  db
    .select({ channel: channels.name, phone: accounts.phone, email: accounts.email })
    .from(accounts)
    .innerJoin(channels, eq(channels.id, accounts.channelId))
    .where(eq(accounts.id, p('account'))),
);

const history = statement((db, p: Params<{ conversation: string }>) =>
  db
    .select({ firstContactAt: min(sessions.openedAt), sessionCount: count() })
    .from(sessions)
    .where(eq(sessions.conversationId, p('conversation'))),
);
