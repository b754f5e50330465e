import { inArray } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import { personAvatar } from '../people/avatar.ts';
import { parseEvent, type SessionEvent } from './event.ts';
import type { NewMessage } from './message.ts';
import type { Received } from './receive.ts';
import type { Client, DeskMessage, Face, Named } from './shapes.ts';
import type { StoredMessage } from './stretch.ts';

/** Stored messages as the desk reads them. */
export const forDesk = async (
  db: Reader,
  client: Pick<Client, 'accountId' | 'name' | 'avatar'>,
  found: readonly StoredMessage[],
): Promise<DeskMessage[]> => {
  const events = found.filter((message) => message.kind === 'event').map((message) => parseEvent(message.event));
  const others = await namesOf(db, events.flatMap(othersIn));
  return found.map((message): DeskMessage => {
    const { id, conversationId, sessionId, seq, at, kind, text, files } = message;
    const place = { id, conversationId, sessionId, seq, at };
    if (kind === 'client') {
      return {
        ...place,
        kind,
        author: { id: client.accountId, name: client.name, avatar: client.avatar },
        text,
        files,
      };
    }
    const by = message.authorId === null ? null : { id: message.authorId, name: message.authorName ?? '' };
    if (kind === 'answer') {
      const avatar = by && personAvatar(by.id, message.authorAvatar);
      return { ...place, kind, author: { ...(by ?? { id: '', name: '' }), avatar }, text, files };
    }
    const event = parseEvent(message.event);
    const [about] = othersIn(event);
    return { ...place, kind, event, by, other: others.find((user) => user.id === about) ?? null };
  });
};

/** Whom an event is about beside who did it. */
const othersIn = (event: SessionEvent): string[] => {
  if (event.type === 'reassigned') return [event.to];
  return event.type === 'released' ? [event.from] : [];
};

const namesOf = async (db: Reader, ids: string[]): Promise<Named[]> =>
  ids.length === 0 ? [] : await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));

/** An answer that was just sent, as the desk reads it. */
export const answered = (
  { id: authorId, name, avatar }: Face,
  { conversationId, sessionId, seq, at, files }: Received,
  { id, text }: NewMessage,
): DeskMessage => ({
  id,
  conversationId,
  sessionId,
  seq,
  at,
  kind: 'answer',
  author: { id: authorId, name, avatar },
  text,
  files,
});
