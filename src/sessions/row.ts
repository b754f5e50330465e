import { eq } from 'drizzle-orm';
import { alias } from '../db/columns.ts';
import type { Reader } from '../db/doors.ts';
import { accounts, lines, readMarks, sessions, users } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { personAvatar } from '../people/avatar.ts';
import { withReadMark } from './boxes.ts';
import { every, type Id, visibleTo } from './scope.ts';
import type { Face, Named, SessionRow } from './shapes.ts';

/** The unread number of a session for somebody who has read `read` of the client's messages (0: never looked). */
export const unreadOf = (row: Pick<SessionRow, 'state' | 'counts'>, read: number): number =>
  row.state === 'closed' ? 0 : Math.max(0, row.counts.client - Math.max(read, row.counts.answered));

/** Sessions with all that a row shows, with the read mark of `personId` (nobody's for null); add `where`, order and limit. */
export const selectRows = (db: Reader, personId: Id | null) =>
  db
    .select({
      id: sessions.id,
      conversationId: sessions.conversationId,
      lineId: lines.id,
      lineName: lines.name,
      accountId: accounts.id,
      accountName: accounts.name,
      channel: accounts.channel,
      clientUserId: sessions.clientUserId,
      clientName: clients.name,
      clientAvatar: clients.avatarFileId,
      state: sessions.state,
      ownerId: sessions.ownerId,
      ownerName: owners.name,
      ownerAvatar: owners.avatarFileId,
      lastKind: sessions.lastKind,
      lastText: sessions.lastText,
      lastAt: sessions.lastAt,
      lastAuthorId: sessions.lastAuthorId,
      lastAuthorName: authors.name,
      waitingSince: sessions.waitingSince,
      closedAt: sessions.closedAt,
      clientCount: sessions.clientCount,
      answeredCount: sessions.answeredCount,
      read: readMarks.clientCount,
      version: sessions.version,
    })
    .from(sessions)
    .innerJoin(lines, eq(lines.id, sessions.lineId))
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(clients, eq(clients.id, sessions.clientUserId))
    .leftJoin(owners, eq(owners.id, sessions.ownerId))
    .leftJoin(authors, eq(authors.id, sessions.lastAuthorId))
    .leftJoin(readMarks, withReadMark(personId ?? ''));

/** A row as `selectRows` gives it, in the shape that pages take. */
export const toRow = (found: FoundRow): SessionRow => {
  const row = {
    id: found.id,
    conversationId: found.conversationId,
    line: { id: found.lineId, name: found.lineName },
    client: {
      accountId: found.accountId,
      userId: found.clientUserId,
      name: found.clientName ?? found.accountName,
      avatar: found.clientUserId === null ? null : personAvatar(found.clientUserId, found.clientAvatar),
      channel: found.channel,
    },
    state: found.state,
    owner: faceOf(found.ownerId, found.ownerName, found.ownerAvatar),
    last: {
      kind: found.lastKind,
      author: named(found.lastAuthorId, found.lastAuthorName),
      text: found.lastText,
      at: found.lastAt,
    },
    waitingSince: found.waitingSince,
    closedAt: found.closedAt,
    counts: { client: found.clientCount, answered: found.answeredCount },
    version: found.version,
  };
  return { ...row, unread: unreadOf(row, found.read ?? 0) };
};

/** A session found through the person: undefined when it does not exist or is not theirs to see. */
export const sessionFor = async (db: Reader, personId: string, sessionId: string): Promise<SessionRow | undefined> => {
  const [found] = await visibleRow(db, { id: sessionId, person: personId });
  return found && toRow(found);
};

/** A session as nobody in particular sees it: for the live stream, which decides who may see what it renders. */
export const sessionRow = async (db: Reader, sessionId: string): Promise<SessionRow | undefined> => {
  const [found] = await anyRow(db, { id: sessionId });
  return found && toRow(found);
};

const owners = alias(users, 'owners');
const authors = alias(users, 'authors');
const clients = alias(users, 'clients');

type FoundRow = Awaited<ReturnType<typeof selectRows>>[number];

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' });

const faceOf = (id: string | null, name: string | null, avatarFileId: string | null): Face | null =>
  id === null ? null : { id, name: name ?? '', avatar: personAvatar(id, avatarFileId) };

const visibleRow = statement((db, p: Params<{ id: string; person: string }>) =>
  selectRows(db, p('person')).where(every(eq(sessions.id, p('id')), visibleTo(db, p('person')))),
);

const anyRow = statement((db, p: Params<{ id: string }>) => selectRows(db, null).where(eq(sessions.id, p('id'))));
