import type { Words } from '../../src/i18n/words.ts';
import type { ClientLine, ClientMessage } from '../../src/sessions/shapes.ts';
import type { Author, Entry } from '../conversation/entry.tsx';

/**
 * A message as its client reads it. Where the line shows no operators, the line itself speaks, and nothing in the page tells who
 * it was.
 */
export function entryOf(message: ClientMessage, line: ClientLine, words: Words): Entry {
  const { id, conversationId, seq, at } = message;
  if (message.kind === 'closed') {
    return { id, conversationId, seq, at, kind: 'event', author: '', text: words.messages.closed, border: true };
  }
  const { text, files } = message;
  const mine = message.kind === 'mine';
  return {
    id,
    conversationId,
    seq,
    at,
    kind: 'said',
    side: mine ? 'ours' : 'theirs',
    author: mine ? { key: 'me', name: words.messages.you, avatar: null } : answerer(message.from, line),
    text,
    files,
  };
}

function answerer(from: (ClientMessage & { kind: 'answer' })['from'], line: ClientLine): Author {
  if (from.kind === 'operator') return { key: from.id, name: from.name, avatar: from.avatar };
  return { key: line.id, name: line.name, avatar: line.avatar };
}
