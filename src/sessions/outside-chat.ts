import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { accounts, channels, conversations, lines } from '../db/schema.ts';
import { clientLineColumns, toClientLine } from './chat.ts';
import { forClient } from './client-message.ts';
import type { Outsider } from './outside.ts';
import type { ClientLine, ClientMessage } from './shapes.ts';
import { stretchOf } from './stretch.ts';

/** A client from outside with what was written last. */
export type OutsideClient = {
  id: string;
  name: string;
  line: { id: string; name: string };
  lastText: string;
  lastAt: number;
};

/** Whoever wrote through channels, the one who moved last first, at most 100. */
export const outsideClients = async (db: Reader): Promise<OutsideClient[]> =>
  await db
    .select({
      id: accounts.id,
      name: accounts.name,
      line: { id: lines.id, name: lines.name },
      lastText: conversations.lastText,
      lastAt: conversations.lastAt,
    })
    .from(accounts)
    .innerJoin(channels, eq(channels.id, accounts.channelId))
    .innerJoin(conversations, eq(conversations.accountId, accounts.id))
    .innerJoin(lines, eq(lines.id, conversations.lineId))
    .orderBy(desc(conversations.lastAt), desc(accounts.id))
    .limit(100);

/** What a channel brings its client: the same that they would read in their messenger, and nothing of the desk. */
export type OutsideChat = { who: Outsider; line: ClientLine; messages: readonly ClientMessage[] };

/** The conversation of an account from outside, its newest part; undefined if there is none. */
export const outsideChat = async (db: Reader, accountId: string): Promise<OutsideChat | undefined> => {
  const [found] = await db
    .select({
      channelId: channels.id,
      externalId: accounts.externalId,
      name: accounts.name,
      phone: accounts.phone,
      email: accounts.email,
      conversation: { id: conversations.id, lastSeq: conversations.lastSeq },
      line: clientLineColumns,
    })
    .from(accounts)
    .innerJoin(channels, eq(channels.id, accounts.channelId))
    .innerJoin(conversations, eq(conversations.accountId, accounts.id))
    .innerJoin(lines, eq(lines.id, conversations.lineId))
    .where(eq(accounts.id, accountId));
  if (!found) return undefined;
  const { line, conversation, externalId, ...who } = found;
  const { id, lastSeq } = conversation;
  const { messages } = await stretchOf(db, id, lastSeq, { around: lastSeq + 1 });
  return {
    who: { ...who, externalId: externalId ?? '' },
    line: toClientLine(line),
    messages: messages.flatMap((message) => forClient(message, line.showOperator) ?? []),
  };
};

/** The channels that stand for a messenger, of lines that are not archived. */
export const testChannels = async (db: Reader): Promise<{ id: string; name: string; line: string }[]> =>
  await db
    .select({ id: channels.id, name: channels.name, line: lines.name })
    .from(channels)
    .innerJoin(lines, eq(lines.id, channels.lineId))
    .where(eq(channels.kind, 'test'))
    .orderBy(lines.nameKey, channels.name);

/** Whose conversation it is. */
export const accountOfConversation = async (db: Reader, conversationId: string): Promise<string | undefined> => {
  const [found] = await db
    .select({ id: conversations.accountId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return found?.id;
};
