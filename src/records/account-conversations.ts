import { and, desc, eq, inArray, max } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, lines, sessions } from '../db/schema.ts';
import { visibleTo } from '../sessions/scope.ts';
import type { Named } from '../sessions/shapes.ts';

/** A conversation of an account. `session`: the newest one that the viewer sees at the desk, null for who sees none. */
export type AccountConversation = {
  account: string;
  id: string;
  line: Named;
  startedAt: number;
  lastAt: number;
  session: string | null;
};

/**
 * The conversations of accounts, the one that moved last first. Administrators know of all of them, others of those of which they see
 * a session; nobody gets a link to what they may not see.
 */
export const conversationsOf = async (
  db: Reader,
  person: { id: string; administrator: boolean },
  accountIds: readonly string[],
): Promise<AccountConversation[]> => {
  if (accountIds.length === 0) return [];
  const all = await db
    .select({
      account: conversations.accountId,
      id: conversations.id,
      line: { id: lines.id, name: lines.name },
      startedAt: conversations.createdAt,
      lastAt: conversations.lastAt,
    })
    .from(lines)
    .innerJoin(
      conversations,
      and(eq(conversations.lineId, lines.id), inArray(conversations.accountId, [...accountIds])),
    )
    .orderBy(desc(conversations.lastAt), desc(conversations.id))
    .limit(most);
  const seen = await newestSeen(
    db,
    person.id,
    all.map(({ id }) => id),
  );
  return all
    .map((one) => ({ ...one, session: seen.get(one.id) ?? null }))
    .filter(({ session }) => session !== null || person.administrator);
};

/** The newest session of each conversation that the person sees. */
const newestSeen = async (
  db: Reader,
  personId: string,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (conversationIds.length === 0) return new Map();
  const newest = db
    .select({ conversation: sessions.conversationId, seq: max(sessions.firstSeq).as('seq') })
    .from(sessions)
    .where(and(inArray(sessions.conversationId, [...conversationIds]), visibleTo(db, personId)))
    .groupBy(sessions.conversationId)
    .as('newest');
  const found = await db
    .select({ conversation: sessions.conversationId, id: sessions.id })
    .from(sessions)
    .innerJoin(newest, and(eq(newest.conversation, sessions.conversationId), eq(newest.seq, sessions.firstSeq)));
  return new Map(found.map(({ conversation, id }) => [conversation, id]));
};

/** More than the lines of any company. */
const most = 500;
