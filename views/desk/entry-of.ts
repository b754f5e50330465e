import type { Words } from '../../src/i18n/words.ts';
import type { DeskMessage } from '../../src/sessions/shapes.ts';
import type { Entry } from '../conversation/entry.tsx';

/** A message of the desk as a conversation shows it: what the client wrote, what was answered, what happened to the session. */
export function entryOf(message: DeskMessage, words: Words): Entry {
  const { id, conversationId, seq, at } = message;
  if (message.kind === 'event') {
    const { event, by, card } = message;
    return {
      id,
      conversationId,
      seq,
      at,
      kind: 'event',
      author: by?.id ?? '',
      text: told(message, words),
      border: event.type === 'closed',
      ...(card && { card: { card, tell: event.type === 'item-created' } }),
    };
  }
  const { author, text, files } = message;
  return {
    id,
    conversationId,
    seq,
    at,
    kind: 'said',
    side: message.kind === 'answer' ? 'ours' : 'theirs',
    author: { key: author.id, name: author.name, avatar: author.avatar },
    text,
    files,
  };
}

function told({ event, by, other }: DeskMessage & { kind: 'event' }, { desk, records }: Words): string {
  const who = by?.name ?? desk.event.somebody;
  switch (event.type) {
    case 'item-created':
    case 'account-linked':
    case 'account-unlinked':
      return records.event[event.type](who);
    case 'taken':
      return desk.event.taken(who);
    case 'reassigned':
      return desk.event.reassigned(who, other?.name ?? desk.event.somebody);
    case 'returned':
      return desk.event.returned(who);
    case 'released':
      return desk.event.released(other?.name ?? desk.event.somebody, event.why);
    case 'closed':
      return event.reason === 'operator' ? desk.event.closed.operator(who) : desk.event.closed[event.reason];
  }
}
