import type { Words } from '../../src/i18n/words.ts';
import type { DeskMessage, OpenSession } from '../../src/sessions/shapes.ts';
import { EntryArticle } from '../conversation/entry.tsx';
import { LogEntries } from '../conversation/log.tsx';
import { entryOf } from './entry-of.ts';
import { earlierHref } from './session-pane.tsx';

/** One message as a frame brings it to every desk that has its conversation open. */
export const DeskMessageArticle = ({ message, words }: { message: DeskMessage; words: Words }) => (
  <EntryArticle entry={entryOf(message, words)} words={words} />
);

/** The answer to "Earlier messages": it takes the place of that link. */
export const EarlierMessages = ({
  session,
  words,
}: {
  session: Pick<OpenSession, 'row' | 'stretch'>;
  words: Words;
}) => (
  <LogEntries
    conversationId={session.row.conversationId}
    entries={session.stretch.messages.map((message) => entryOf(message, words))}
    earlier={earlierHref(session)}
    later={true}
    firstUnread={null}
    seenSeq={null}
    words={words}
  />
);
