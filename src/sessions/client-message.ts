import { personAvatar } from '../people/avatar.ts';
import { parseEvent } from './event.ts';
import type { Answerer, ClientMessage } from './shapes.ts';
import type { StoredMessage } from './stretch.ts';

/**
 * A stored message as its client reads it; undefined for what is the desk's own business. Unless the line shows operators
 * nothing here tells who answered, nor whether two answers came from the same person.
 */
export const forClient = (message: StoredMessage, showOperator: boolean): ClientMessage | undefined => {
  const { id, conversationId, seq, at, text, files } = message;
  const place = { id, conversationId, seq, at };
  switch (message.kind) {
    case 'client':
      return { ...place, kind: 'mine', text, files };
    case 'answer': {
      const from = answererOf(message, showOperator);
      return { ...place, kind: 'answer', from, text, files };
    }
    case 'event': {
      const event = parseEvent(message.event);
      return event.type === 'closed' ? { ...place, kind: 'closed', reason: event.reason } : undefined;
    }
  }
};

const answererOf = (message: StoredMessage, showOperator: boolean): Answerer =>
  showOperator && message.authorId !== null
    ? {
        kind: 'operator',
        id: message.authorId,
        name: message.authorName ?? '',
        avatar: personAvatar(message.authorId, message.authorAvatar),
      }
    : { kind: 'line' };
