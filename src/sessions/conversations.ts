import { and, asc, desc, eq, inArray, lt, ne, or } from 'drizzle-orm';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { conversations, lines, messages } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { linesWritableBy } from '../lines/roles.ts';
import { clientLineColumns, toClientLine } from './chat.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ClientConversationRow, ClientLine } from './shapes.ts';

/** A page of the person's own conversations, the one that moved last first. */
export const ownConversations = async (
  db: Reader,
  personId: string,
  after?: string,
): Promise<{ rows: ClientConversationRow[]; after: string | null }> => {
  const cursor = readCursor(after);
  const rest =
    cursor &&
    or(
      lt(conversations.lastAt, cursor.key),
      and(eq(conversations.lastAt, cursor.key), lt(conversations.id, cursor.id)),
    );
  const found = await selectOwn(db)
    .where(and(eq(conversations.clientUserId, personId), rest))
    .orderBy(desc(conversations.lastAt), desc(conversations.id))
    .limit(pageLength + 1);
  const rows = found.slice(0, pageLength).map(toConversationRow);
  const last = rows.at(-1);
  const cut = found.length > pageLength && last;
  return { rows, after: cut ? writeCursor({ key: last.last.at, id: last.conversationId }) : null };
};

/** One of the person's own conversations, as their list shows it. */
export const ownConversation = async (
  db: Reader,
  conversationId: string,
): Promise<(ClientConversationRow & { personId: string }) | undefined> => {
  const [found] = await ownById(db, { id: conversationId });
  return found?.personId == null ? undefined : { ...toConversationRow(found), personId: found.personId };
};

/** The lines that the person may write to, by name: what "Write to a line" offers. */
export const writableLines = async (db: Reader, personId: string): Promise<ClientLine[]> => {
  const found = await db
    .select(clientLineColumns)
    .from(lines)
    .where(inArray(lines.id, linesWritableBy(db, personId)))
    .orderBy(asc(lines.nameKey));
  return found.map(toClientLine);
};

/** A message of an own conversation that a search found. */
export type FoundMessage = { id: string; lineId: string; lineName: string; seq: number; text: string; at: number };

/** The newest own messages and answers that hold all the words (of very many the first 20), whatever their case; at most 50. */
export const searchOwn = async (db: Reader, personId: string, wanted: string): Promise<FoundMessage[]> => {
  const words = [...new Set(searchKey(wanted).split(' '))].filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  return await db
    .select({
      id: messages.id,
      lineId: lines.id,
      lineName: lines.name,
      seq: messages.seq,
      text: messages.text,
      at: messages.createdAt,
    })
    .from(conversations)
    .innerJoin(messages, eq(messages.conversationId, conversations.id))
    .innerJoin(lines, eq(lines.id, conversations.lineId))
    .where(
      and(
        eq(conversations.clientUserId, personId),
        ne(messages.kind, 'event'),
        ...words.map((word) => contains(messages.textKey, word)),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(50);
};

const selectOwn = (db: Reader) =>
  db
    .select({
      conversationId: conversations.id,
      personId: conversations.clientUserId,
      line: clientLineColumns,
      lastKind: conversations.lastKind,
      lastText: conversations.lastText,
      lastAt: conversations.lastAt,
      answerCount: conversations.answerCount,
      readAnswers: conversations.clientReadAnswers,
    })
    .from(conversations)
    .innerJoin(lines, eq(lines.id, conversations.lineId));

const ownById = statement((db, p: Params<{ id: string }>) => selectOwn(db).where(eq(conversations.id, p('id'))));

const toConversationRow = (found: Awaited<ReturnType<typeof selectOwn>>[number]): ClientConversationRow => ({
  conversationId: found.conversationId,
  line: toClientLine(found.line),
  last: { kind: found.lastKind === 'client' ? 'mine' : 'answer', text: found.lastText, at: found.lastAt },
  unread: Math.max(0, found.answerCount - found.readAnswers),
});

const pageLength = 50;

/** Words that a search looks for: each is one more comparison with every message, and a query bears no thousand of them. */
const mostWords = 20;
