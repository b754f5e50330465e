import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { conversations, lines } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { clientLineColumns } from '../chat.ts';

/** The conversations that a person started, with the lines to which they belong. */
export type OwnConversations = ReadonlyMap<string, string>;

/** Finds the conversations that a person started. */
export const ownConversations = async (db: Reader, personId: string): Promise<OwnConversations> => {
  const found = await conversationsOf(db, { person: personId });
  return new Map(found.map((row) => [row.id, row.line]));
};

/** The clients, among these people, who ever wrote to a line. */
export const clientsOfLine = async (db: Reader, lineId: string, people: readonly string[]): Promise<string[]> => {
  const found = await db
    .select({ id: conversations.clientUserId })
    .from(conversations)
    .where(and(eq(conversations.lineId, lineId), inArray(conversations.clientUserId, [...people])));
  return found.flatMap((row) => row.id ?? []);
};

/** A conversation as its client sees it in a list, and how far both sides have read. */
export const conversationById = statement((db, p: Params<{ id: string }>) =>
  db
    .select({
      clientUserId: conversations.clientUserId,
      deskReadSeq: conversations.deskReadSeq,
      clientReadSeq: conversations.clientReadSeq,
      answers: conversations.answerCount,
      answersRead: conversations.clientReadAnswers,
      last: { kind: conversations.lastKind, text: conversations.lastText, at: conversations.lastAt },
      line: clientLineColumns,
    })
    .from(conversations)
    .innerJoin(lines, eq(lines.id, conversations.lineId))
    .where(eq(conversations.id, p('id'))),
);

const conversationsOf = statement((db, p: Params<{ person: string }>) =>
  db
    .select({ id: conversations.id, line: conversations.lineId })
    .from(conversations)
    .where(eq(conversations.clientUserId, p('person'))),
);
