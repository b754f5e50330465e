import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { files, messageFiles, messages } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import type { NewMessage } from './message.ts';
import type { Refusal } from './refusal.ts';

/** A message that was stored before under the id that somebody sends now. */
export type Known = { sessionId: string; conversationId: string; seq: number; at: number };

/**
 * Looks whether a message was sent before: a form sent twice is one message, and is answered as the first time; the same
 * id with another content or from somebody else is a conflict.
 */
export const knownMessage = async (
  db: Reader,
  message: NewMessage,
  sent: { kind: 'client' | 'answer'; authorId: string; where: (known: Known) => boolean },
): Promise<Known | Refusal | undefined> => {
  const [found] = await messageById(db, { id: message.id });
  if (!found) return undefined;
  const same =
    found.kind === sent.kind &&
    found.authorId === sent.authorId &&
    found.text === message.text &&
    sent.where(found) &&
    (await sameFiles(db, message));
  const { sessionId, conversationId, seq, at } = found;
  return same ? { sessionId, conversationId, seq, at } : { refused: 'conflict' };
};

const sameFiles = async (db: Reader, message: NewMessage): Promise<boolean> => {
  const stored = await db
    .select({ hash: files.hash, name: files.name })
    .from(messageFiles)
    .innerJoin(files, eq(files.id, messageFiles.fileId))
    .where(eq(messageFiles.messageId, message.id))
    .orderBy(asc(messageFiles.position));
  return (
    stored.length === message.files.length &&
    stored.every((file, i) => file.hash === message.files[i]?.hash && file.name === message.files[i]?.name)
  );
};

const messageById = statement((db, p: Params<{ id: string }>) =>
  db
    .select({
      kind: messages.kind,
      authorId: messages.authorId,
      text: messages.text,
      sessionId: messages.sessionId,
      conversationId: messages.conversationId,
      seq: messages.seq,
      at: messages.createdAt,
    })
    .from(messages)
    .where(eq(messages.id, p('id'))),
);
