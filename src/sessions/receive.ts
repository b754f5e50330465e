import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { accounts, conversations, lines, sessions } from '../db/schema.ts';
import { type Params, statement, writeStatement } from '../db/statement.ts';
import { newId } from '../id.ts';
import { linesWritableBy } from '../lines/roles.ts';
import { appendMessage } from './append.ts';
import { dropDraft } from './drafts.ts';
import { type Known, knownMessage } from './known.ts';
import { type NewMessage, previewOf } from './message.ts';
import { type Numbers, nextForClient } from './place.ts';
import type { Refusal } from './refusal.ts';

/** Where a message arrived. `again`: it had been sent before, and nothing changed now. */
export type Received = Known & { again: boolean };

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

  const { id: conversationId, accountId } = conversation[0] ?? (await openConversation(tx, person, lineId, at));
  const written = { id: conversationId, at, text: previewOf(message) };
  const numbers = await nextForClient(tx, written);
  const [open] = await continueSession(tx, { ...written, conversationId, userId: person.id, ...numbers });
  const where = { conversationId, sessionId: open?.id ?? newId(), authorId: person.id, at };
  if (!open) {
    await openSession(tx, {
      ...where,
      ...numbers,
      lineId,
      accountId,
      text: written.text,
      before: numbers.clientCount - 1,
    });
  }
  await appendMessage(tx, { ...where, kind: 'client' }, message, numbers);
  await dropDraft(tx, person.id, `line:${lineId}`);
  const ids = { line: lineId, conversation: conversationId, session: where.sessionId };
  if (!open) await tx.record({ kind: 'session', ids });
  await tx.record({ kind: 'message', ids: { ...ids, message: message.id } });
  return { sessionId: where.sessionId, conversationId, seq: numbers.seq, at, files: message.files, again: false };
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
  await tx
    .insert(conversations)
    .values({
      ...{ id: newId(), lineId, accountId: account.id, clientUserId: person.id, createdAt: at },
      ...{ lastSeq: 0, clientCount: 0, answerCount: 0, clientReadSeq: 0, clientReadAnswers: 0, deskReadSeq: 0 },
      ...{ lastAt: at, lastKind: 'client', lastText: '' },
    })
    .onConflictDoNothing();
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

/** Adds the message to the open session, if there is one. What was all answered waits again from now on. */
const continueSession = writeStatement(
  (tx, p: Params<{ conversationId: string; userId: string; at: number; text: string } & Numbers>) =>
    tx
      .update(sessions)
      .set({
        waitingSince: sql`case when ${sessions.answeredCount} >= ${sessions.clientCount} then ${p('at')} else ${sessions.waitingSince} end`,
        lastSeq: p('seq'),
        clientCount: p('clientCount'),
        lastAt: p('at'),
        lastKind: 'client',
        lastText: p('text'),
        lastAuthorId: p('userId'),
        version: sql`${sessions.version} + 1`,
      })
      .where(and(eq(sessions.conversationId, p('conversationId')), ne(sessions.state, 'closed')))
      .returning({ id: sessions.id }),
);

type Opened = { conversationId: string; sessionId: string; authorId: string; at: number } & Numbers & {
    lineId: string;
    accountId: string;
    text: string;
    /** How many messages the client wrote in sessions before. */
    before: number;
  };

const openSession = writeStatement((tx, p: Params<Opened>) =>
  tx.insert(sessions).values({
    id: p('sessionId'),
    conversationId: p('conversationId'),
    lineId: p('lineId'),
    accountId: p('accountId'),
    clientUserId: p('authorId'),
    state: 'unassigned',
    openedAt: p('at'),
    waitingSince: p('at'),
    firstSeq: p('seq'),
    lastSeq: p('seq'),
    clientCount: p('clientCount'),
    answeredCount: p('before'),
    lastAt: p('at'),
    lastKind: 'client',
    lastText: p('text'),
    lastAuthorId: p('authorId'),
    version: 1,
  }),
);
