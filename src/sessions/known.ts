import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { files, messageFiles, messages } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import type { StoredFile } from '../files/store.ts';
import type { NewMessage } from './message.ts';
import type { Refusal } from './refusal.ts';
import type { Attachment } from './shapes.ts';

/** A message that was stored before under the id that somebody sends now, with the files that it was stored with. */
export type Known = {
  sessionId: string;
  conversationId: string;
  seq: number;
  at: number;
  files: readonly Attachment[];
};

/**
 * Looks whether a message was sent before: a form sent twice is one message, and is answered as the first time; the same
 * id with another content or from somebody else is a conflict.
 */
export const knownMessage = async (
  db: Reader,
  message: NewMessage,
  sent: { kind: 'client' | 'answer'; authorId: string | null; where: (known: Omit<Known, 'files'>) => boolean },
): Promise<Known | Refusal | undefined> => {
  const [found] = await messageById(db, { id: message.id });
  if (!found) return undefined;
  const attached = await filesOf(db, message.id);
  const same =
    found.kind === sent.kind &&
    found.authorId === sent.authorId &&
    found.text === message.text &&
    sent.where(found) &&
    sameFiles(attached, message.files);
  const { sessionId, conversationId, seq, at } = found;
  return same ? { sessionId, conversationId, seq, at, files: attached } : { refused: 'conflict' };
};

const filesOf = async (db: Reader, messageId: string): Promise<StoredFile[]> =>
  await db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size, hash: files.hash })
    .from(messageFiles)
    .innerJoin(files, eq(files.id, messageFiles.fileId))
    .where(eq(messageFiles.messageId, messageId))
    .orderBy(asc(messageFiles.position));

const sameFiles = (stored: readonly StoredFile[], sent: readonly StoredFile[]): boolean =>
  stored.length === sent.length &&
  stored.every((file, i) => file.hash === sent[i]?.hash && file.name === sent[i]?.name);

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
