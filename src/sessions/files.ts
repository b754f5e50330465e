import { and, eq, exists, lte } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, files, messageFiles, messages, sessions } from '../db/schema.ts';
import { either, every, visibleTo } from './scope.ts';
import type { Attachment } from './shapes.ts';

/**
 * A file found through the person: undefined when it does not exist or they may not see the message it came with. The client
 * sees the files of the own conversation; the desk those of the sessions it sees, and of the earlier ones above them.
 */
export const fileForPerson = async (db: Reader, personId: string, fileId: string): Promise<Attachment | undefined> => {
  const fromTheDesk = exists(
    db
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        every(
          eq(sessions.conversationId, messages.conversationId),
          lte(messages.seq, sessions.lastSeq),
          visibleTo(db, personId),
        ),
      ),
  );
  const [found] = await db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(files)
    .innerJoin(messageFiles, eq(messageFiles.fileId, files.id))
    .innerJoin(messages, eq(messages.id, messageFiles.messageId))
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(files.id, fileId), either(eq(conversations.clientUserId, personId), fromTheDesk)))
    .limit(1);
  return found;
};
