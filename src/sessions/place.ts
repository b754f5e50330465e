import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { conversations } from '../db/schema.ts';
import { type Params, writeStatement } from '../db/statement.ts';

/** Where a conversation stands after a message was given its place: the message's number, and the counts with it. */
export type Numbers = { seq: number; clientCount: number; answerCount: number };

type Written = { id: string; at: number; text: string };

/**
 * Gives the next number of a conversation to a message of its client. Updating the conversation's row first is what makes
 * two who write at once follow one another. Who writes has read what stands above.
 */
export const nextForClient = async (tx: Tx, written: Written): Promise<Numbers> => only(await forClient(tx, written));

/** The same for an answer; who answers has read what stands above, too. */
export const nextForAnswer = async (tx: Tx, written: Written): Promise<Numbers> => only(await forAnswer(tx, written));

/** The same for an event, which counts as no message and does not move the conversation in any list. */
export const nextForEvent = async (tx: Tx, id: string): Promise<Numbers> => only(await forEvent(tx, { id }));

const numbers = {
  seq: conversations.lastSeq,
  clientCount: conversations.clientCount,
  answerCount: conversations.answerCount,
};

const forClient = writeStatement((tx, p: Params<Written>) =>
  tx
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      clientCount: sql`${conversations.clientCount} + 1`,
      clientReadSeq: sql`${conversations.lastSeq} + 1`,
      clientReadAnswers: sql`${conversations.answerCount}`,
      lastAt: p('at'),
      lastKind: 'client',
      lastText: p('text'),
    })
    .where(eq(conversations.id, p('id')))
    .returning(numbers),
);

const forAnswer = writeStatement((tx, p: Params<Written>) =>
  tx
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      answerCount: sql`${conversations.answerCount} + 1`,
      deskReadSeq: sql`${conversations.lastSeq} + 1`,
      lastAt: p('at'),
      lastKind: 'answer',
      lastText: p('text'),
    })
    .where(eq(conversations.id, p('id')))
    .returning(numbers),
);

const forEvent = writeStatement((tx, p: Params<{ id: string }>) =>
  tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} + 1` })
    .where(eq(conversations.id, p('id')))
    .returning(numbers),
);

const only = (rows: Numbers[]): Numbers => {
  const [row] = rows;
  if (!row) throw new Error('The conversation of this message does not exist.');
  return row;
};
