import { and, eq, isNull } from 'drizzle-orm';
import { planRelabel } from '../apps/upkeep/plan.ts';
import type { Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { accounts, channels, conversations, lines } from '../db/schema.ts';
import { newId } from '../id.ts';
import { deliver, type Received, startConversation } from './deliver.ts';
import { knownMessage } from './known.ts';
import type { NewMessage } from './message.ts';
import type { Refusal } from './refusal.ts';

/** Somebody who writes through a channel, as the channel tells of them. */
export type Outsider = {
  channelId: string;
  /** What they are called there: with the channel it names the account, for ever. */
  externalId: string;
  name: string;
  phone?: string | null;
  email?: string | null;
};

/**
 * A message of a client who writes from outside, through a channel of a line. They are no user: nothing in the product is theirs but
 * the conversation. The account is made with the first message, and follows what its channel tells of it.
 *
 * @param at milliseconds since 1970, UTC
 */
export const receiveFromAccount = async (
  tx: Tx,
  who: Outsider,
  message: NewMessage,
  at: number,
): Promise<Received | Refusal> => {
  if (message.text === '' && message.files.length === 0) return { refused: 'empty' };
  const line = await lineOf(tx, who.channelId);
  if (!line) return { refused: 'missing' };
  const before = await conversationOf(tx, who);
  const known = await knownMessage(tx, message, {
    kind: 'client',
    authorId: null,
    where: (found) => found.conversationId === before?.id,
  });
  if (known) return 'refused' in known ? known : { ...known, again: true };
  if (line.archivedAt !== null) return { refused: 'archived' };
  const accountId = await accountOf(tx, who, at);
  await startConversation(tx, { lineId: line.id, accountId, clientUserId: null }, at);
  const conversation = before ?? (await conversationOf(tx, who));
  if (!conversation) throw new Error('The conversation was not made.');
  return await deliver(tx, { id: conversation.id, lineId: line.id, accountId, authorId: null }, message, at);
};

const lineOf = async (tx: Tx, channelId: string) => {
  const [line] = await tx
    .select({ id: lines.id, archivedAt: lines.archivedAt })
    .from(channels)
    .innerJoin(lines, eq(lines.id, channels.lineId))
    .where(eq(channels.id, channelId));
  return line;
};

const isAccount = ({ channelId, externalId }: Outsider) =>
  and(eq(accounts.channelId, channelId), eq(accounts.externalId, externalId), isNull(accounts.userId));

const conversationOf = async (tx: Tx, who: Outsider) => {
  const [found] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(accounts, eq(accounts.id, conversations.accountId))
    .innerJoin(channels, and(eq(channels.id, accounts.channelId), eq(channels.lineId, conversations.lineId)))
    .where(isAccount(who));
  return found;
};

/** The account's id: made with the first message, and as its channel tells of it now. */
const accountOf = async (tx: Tx, who: Outsider, at: number): Promise<string> => {
  const named = { name: who.name, phone: who.phone ?? null, email: who.email ?? null };
  const told = { ...named, findKey: findKeyOf(named) };
  await tx
    .insert(accounts)
    .values({
      id: newId(),
      channel: 'test',
      channelId: who.channelId,
      externalId: who.externalId,
      ...told,
      createdAt: at,
    })
    .onConflictDoNothing();
  const [account] = await tx.select().from(accounts).where(isAccount(who));
  if (!account) throw new Error('The account was not made.');
  const same = account.findKey === told.findKey && account.name === told.name;
  if (!same) await tx.update(accounts).set(told).where(eq(accounts.id, account.id));
  if (account.name !== told.name) await planRelabel(tx, { kind: 'account', id: account.id });
  return account.id;
};

/** A phone is found by its digits alone, too, however it was written. */
const findKeyOf = ({ name, phone, email }: { name: string; phone: string | null; email: string | null }): string =>
  searchKey([name, phone ?? '', (phone ?? '').replace(/\D/gu, ''), email ?? ''].join(' '));
