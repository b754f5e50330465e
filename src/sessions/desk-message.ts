import { inArray } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import { personAvatar } from '../people/avatar.ts';
import { cardsOf } from './cards.ts';
import { parseEvent, type SessionEvent } from './event.ts';
import type { NewMessage } from './message.ts';
import type { Received } from './receive.ts';
import type { Client, DeskMessage, Face, Named, UnseenMessage } from './shapes.ts';
import type { StoredMessage } from './stretch.ts';

/** Stored messages as the desk reads them; `asSeen` says what each reader may know. */
export const forDesk = async (
  db: Reader,
  client: Pick<Client, 'accountId' | 'name' | 'avatar'>,
  found: readonly StoredMessage[],
): Promise<UnseenMessage[]> => {
  const events = found.filter((message) => message.kind === 'event').map((message) => parseEvent(message.event));
  const others = await namesOf(db, events.flatMap(othersIn));
  const cards = await cardsOf(db, events);
  return found.map((message): UnseenMessage => {
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
    const [other] = othersIn(event);
    return {
      ...place,
      kind,
      event,
      by,
      other: others.find((user) => user.id === other) ?? null,
      about: 'item' in event ? (cards.get(event.item) ?? null) : null,
    };
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
