import type { Words } from '../../src/i18n/words.ts';
import type { ClientChat, ClientLine, ClientMessage } from '../../src/sessions/shapes.ts';
import { EntryArticle } from '../conversation/entry.tsx';
import { LogEntries } from '../conversation/log.tsx';
import { earlierHref } from './chat.tsx';
import { entryOf } from './entry-of.ts';

type MessageProps = { message: ClientMessage; line: ClientLine; words: Words };

/** One message as a frame brings it to its client. */
export const ClientMessageArticle = ({ message, line, words }: MessageProps) => (
  <EntryArticle entry={entryOf(message, line, words)} words={words} />
);

/** The answer to "Earlier messages": it takes the place of that link. */
export const EarlierClientMessages = ({
  chat,
  words,
}: {
  chat: Pick<ClientChat, 'line' | 'stretch' | 'conversationId'>;
  words: Words;
}) => (
  <LogEntries
    conversationId={chat.conversationId ?? chat.line.id}
    entries={chat.stretch.messages.map((message) => entryOf(message, chat.line, words))}
    earlier={earlierHref(chat)}
    later={true}
    firstUnread={null}
    seenSeq={null}
    words={words}
  />
);
