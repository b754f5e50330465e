import type { Words } from '../../src/i18n/words.ts';
import type { FoundMessage } from '../../src/sessions/conversations.ts';
import type { ClientConversationRow } from '../../src/sessions/shapes.ts';
import { Empty } from '../layout/empty.tsx';
import { Chat, type ChatProps, LostChat, NoChat } from './chat.tsx';
import { ConversationItem } from './conversation-item.tsx';
import { Found } from './found.tsx';
import { SearchBar } from './search-bar.tsx';

export type MessagesProps = {
  rows: readonly ClientConversationRow[];
  /** The cursor of the list's next page; null at its end. */
  after: string | null;
  /** What was searched for, '' if nothing. */
  query: string;
  /** The messages that were found; null when nothing was searched for. */
  found: readonly FoundMessage[] | null;
  /** The chosen conversation with its id for the next message; null while none is. */
  open: Omit<ChatProps, 'words'> | null;
  /** A line that the person may not write to any more and never has, and what they had typed for it. */
  lost?: { lineId: string; typed: string } | undefined;
  words: Words;
};

/** The section Messages, `<main>` of its page: the person's own conversations, and the chosen one beside them. */
export const Messages = ({ rows, after, query, found, open, lost, words }: MessagesProps) => (
  <main id="main" class="messages">
    <section class="pane list-pane" aria-labelledby="list-title">
      <div class="pane-head">
        <h1 id="list-title" class="pane-title">
          {words.messages.title}
        </h1>
      </div>
      <SearchBar query={query} words={words} />
      <div class="list-scroll">
        {found === null ? (
          <Conversations rows={rows} after={after} current={open?.chat.line.id} words={words} />
        ) : (
          <Found found={found} words={words} />
        )}
      </div>
    </section>
    {open !== null && <Chat {...open} words={words} />}
    {open === null && (lost ? <LostChat {...lost} words={words} /> : <NoChat words={words} />)}
  </main>
);

type ListProps = Pick<MessagesProps, 'rows' | 'after' | 'words'> & { current: string | undefined };

const Conversations = ({ rows, after, current, words }: ListProps) => (
  <>
    <ul
      id="list-conversations"
      class="rows"
      aria-label={words.messages.conversations}
      data-list=""
      data-box="conversations"
      data-order="recent"
      data-more={after === null ? undefined : ''}
      hx-boost:inherited="true"
      hx-target:inherited="#chat-pane"
      hx-swap:inherited="outerHTML"
    >
      {rows.map((row) => (
        <ConversationItem row={row} current={row.line.id === current} words={words} />
      ))}
    </ul>
    <Empty icon="square-pen" {...words.messages.empty.list} />
    {after !== null && (
      <a class="show-more" href={`/messages?after=${encodeURIComponent(after)}`}>
        {words.common.showMore}
      </a>
    )}
  </>
);
