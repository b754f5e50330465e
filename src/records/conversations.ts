import { and, count, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Doc } from '../apps/fields/value.ts';
import type { Reader } from '../db/doors.ts';
import { conversations, fields, lines, sessions } from '../db/schema.ts';
import { selectRows, toRow } from '../sessions/row.ts';
import { either, every, visibleTo } from '../sessions/scope.ts';
import type { Client, Named, SessionRow } from '../sessions/shapes.ts';

/** A conversation of an account that an item holds. */
export type ItemConversation = {
  id: string;
  line: Named;
  client: Client;
  /** The newest of its sessions that the person sees: where it opens. */
  session: SessionRow;
  /** How many of its sessions they see. */
  sessions: number;
};

/**
 * The conversations of an item on all lines, the one that moved last first, at most 50: those of the accounts in its Account fields. A person
 * finds only those of which they see a session at the desk.
 */
export const conversationsOfItem = async (
  db: Reader,
  personId: string,
  item: { appId: string; doc: Doc },
): Promise<ItemConversation[]> => {
  const accountIds = await accountsIn(db, item);
  if (accountIds.length === 0) return [];
  // From the lines, of which there are few: with each of them an account has one conversation, and that has an index.
  const found = await db
    .select({ id: sessions.conversationId, newest: max(sessions.firstSeq), sessions: count() })
    .from(lines)
    .innerJoin(conversations, and(eq(conversations.lineId, lines.id), inArray(conversations.accountId, accountIds)))
    .innerJoin(sessions, eq(sessions.conversationId, conversations.id))
    .where(visibleTo(db, personId))
    .groupBy(sessions.conversationId)
    .orderBy(desc(max(sessions.lastAt)), desc(sessions.conversationId))
    .limit(most);
  const [first, ...more] = found.map(({ id, newest }) =>
    every(eq(sessions.conversationId, id), eq(sessions.firstSeq, newest ?? 0)),
  );
  if (!first) return [];
  const rows = new Map(
    (await selectRows(db, personId).where(either(first, ...more))).map((row) => [row.conversationId, row]),
  );
  return found.flatMap(({ id, sessions: number }) => {
    const row = rows.get(id);
    if (!row) return [];
    const session = toRow(row);
    return [{ id, line: session.line, client: session.client, session, sessions: number }];
  });
};

/** The accounts that an item holds in any of its app's Account fields. */
const accountsIn = async (db: Reader, item: { appId: string; doc: Doc }): Promise<string[]> => {
  const found = await db
    .select({ n: fields.n })
    .from(fields)
    .where(and(eq(fields.appId, item.appId), eq(fields.kind, 'account'), isNull(fields.removedAt)));
  const held = found.flatMap(({ n }) => item.doc[String(n)] ?? []);
  return [...new Set(held.filter((value) => typeof value === 'string'))];
};

const most = 50;
