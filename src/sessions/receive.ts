import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { accounts, conversations, lines } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { newId } from '../id.ts';
import { linesWritableBy } from '../lines/roles.ts';
import { deliver, type Received, startConversation } from './deliver.ts';
import { dropDraft } from './drafts.ts';
import { knownMessage } from './known.ts';
import type { NewMessage } from './message.ts';
import type { Refusal } from './refusal.ts';

export type { Received } from './deliver.ts';

/**
 * A client's message from the built-in chat: goes to the open session of the conversation, or opens one.
 *
 * @param at milliseconds since 1970, UTC
 */
export const receive = async (
  tx: Tx,
  person: { id: string; name: string },
  lineId: string,
  message: NewMessage,
  at: number,
): Promise<Received | Refusal> => {
  if (message.text === '' && message.files.length === 0) return { refused: 'empty' };
  const conversation = await conversationOf(tx, { lineId, userId: person.id });
  const known = await knownMessage(tx, message, {
    kind: 'client',
    authorId: person.id,
    where: (found) => found.conversationId === conversation[0]?.id,
  });
  if (known) return 'refused' in known ? known : { ...known, again: true };
  const [writable] = await writableLine(tx, { lineId, userId: person.id });
  if (!writable) return await whyNot(tx, lineId, conversation.length > 0);

  const { id, accountId } = conversation[0] ?? (await openConversation(tx, person, lineId, at));
  await dropDraft(tx, person.id, `line:${lineId}`);
  return await deliver(tx, { id, lineId, accountId, authorId: person.id }, message, at);
};

/** A stranger to the line learns nothing of it; who wrote there before is told why it is over. */
const whyNot = async (tx: Tx, lineId: string, wroteBefore: boolean): Promise<Refusal> => {
  if (!wroteBefore) return { refused: 'missing' };
  const [line] = await tx.select({ archivedAt: lines.archivedAt }).from(lines).where(eq(lines.id, lineId));
  return { refused: line?.archivedAt == null ? 'audience' : 'archived' };
};

const openConversation = async (tx: Tx, person: { id: string; name: string }, lineId: string, at: number) => {
  await tx
    .insert(accounts)
    .values({ id: newId(), channel: 'chat', userId: person.id, name: person.name, createdAt: at })
    .onConflictDoNothing();
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, person.id));
  if (!account) throw new Error('The account of the built-in chat was not made.');
  await startConversation(tx, { lineId, accountId: account.id, clientUserId: person.id }, at);
  const [conversation] = await conversationOf(tx, { lineId, userId: person.id });
  if (!conversation) throw new Error('The conversation was not made.');
  return conversation;
};

const conversationOf = statement((db, p: Params<{ lineId: string; userId: string }>) =>
  db
    .select({ id: conversations.id, accountId: conversations.accountId })
    .from(conversations)
    .innerJoin(accounts, eq(accounts.id, conversations.accountId))
    .where(and(eq(accounts.userId, p('userId')), eq(conversations.lineId, p('lineId')))),
);

const writableLine = statement((db, p: Params<{ lineId: string; userId: string }>) => {
  const writable = linesWritableBy(db, p('userId')).as('writable');
  return db
    .select({ id: writable.id })
    .from(writable)
    .where(eq(writable.id, p('lineId')));
});
