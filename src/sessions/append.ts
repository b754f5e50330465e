import type { Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { messageFiles, messages } from '../db/schema.ts';
import { type Params, writeStatement } from '../db/statement.ts';
import { keepFiles } from '../files/rows.ts';
import { newId } from '../id.ts';
import type { SessionEvent } from './event.ts';
import type { NewMessage } from './message.ts';
import { type Numbers, nextForEvent } from './place.ts';

type Where = { conversationId: string; sessionId: string; authorId: string | null; at: number };

/** Stores a message in the place it was given, with its files. */
export const appendMessage = async (
  tx: Tx,
  where: Where & { kind: 'client' | 'answer' },
  message: NewMessage,
  numbers: Numbers,
): Promise<void> => {
  const textKey = searchKey([message.text, ...message.files.map((file) => file.name)].join(' '));
  await insertMessage(tx, { ...where, ...numbers, id: message.id, text: message.text, textKey, event: null });
  await keepFiles(tx, message.files, where.at);
  for (const [position, file] of message.files.entries()) {
    const { conversationId } = where;
    await tx.insert(messageFiles).values({ messageId: message.id, position, fileId: file.id, conversationId });
  }
};

/** Tells in the conversation what happened to its session. Returns the event's number there. */
export const appendEvent = async (tx: Tx, where: Where, event: SessionEvent): Promise<number> => {
  const numbers = await nextForEvent(tx, where.conversationId);
  await placeEvent(tx, where, event, numbers);
  return numbers.seq;
};

/** The same in the place that it was given. Returns the message's id. */
export const placeEvent = async (tx: Tx, where: Where, event: SessionEvent, numbers: Numbers): Promise<string> => {
  const id = newId();
  await insertMessage(tx, { ...where, ...numbers, kind: 'event', id, text: '', textKey: '', event });
  return id;
};

type Stored = Where &
  Numbers & {
    kind: 'client' | 'answer' | 'event';
    id: string;
    text: string;
    textKey: string;
    event: SessionEvent | null;
  };

const insertMessage = writeStatement((tx, p: Params<Stored>) =>
  tx.insert(messages).values({
    id: p('id'),
    conversationId: p('conversationId'),
    sessionId: p('sessionId'),
    seq: p('seq'),
    kind: p('kind'),
    authorId: p('authorId'),
    text: p('text'),
    textKey: p('textKey'),
    event: p('event'),
    clientCount: p('clientCount'),
    answerCount: p('answerCount'),
    createdAt: p('at'),
  }),
);
