import type { Words } from '../../src/i18n/words.ts';
import type { ClientChat } from '../../src/sessions/shapes.ts';
import { Composer } from '../conversation/composer.tsx';
import { Kept, Typed } from '../conversation/kept.tsx';
import { Log } from '../conversation/log.tsx';
import { Newest } from '../conversation/newest.tsx';
import { Shown } from '../conversation/shown.tsx';
import { Typing } from '../conversation/typing.tsx';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Empty } from '../layout/empty.tsx';
import { entryOf } from './entry-of.ts';

export type ChatProps = {
  chat: ClientChat;
  /** A fresh id for the next message. */
  messageId: string;
  words: Words;
  refused?: { text: string; reason: string } | undefined;
};

/** The conversation of a person with a line, seen from the client's side. */
export const Chat = ({ chat, messageId, words, refused }: ChatProps) => {
  const { line, stretch } = chat;
  const conversationId = chat.conversationId ?? line.id;
  return (
    <div id="chat-pane" class="chat-pane">
      <section
        id={`chat-${line.id}`}
        class="pane conversation"
        aria-label={line.name}
        data-chat={line.id}
        data-conversation={conversationId}
        data-read={`/messages/${line.id}/read`}
      >
        <ChatHead chat={chat} words={words} />
        <div class="conversation-body">
          <Log
            conversationId={conversationId}
            entries={stretch.messages.map((message) => entryOf(message, line, words))}
            earlier={earlierHref(chat)}
            later={stretch.later}
            firstUnread={chat.firstUnread}
            seenSeq={chat.seenSeq}
            words={words}
          />
          {stretch.messages.length === 0 && <Empty icon="message-circle" {...words.messages.empty.chat} />}
          <Newest later={stretch.later} href={`/messages/${line.id}`} words={words} />
        </div>
        {chat.lastSeq > 0 && <Shown base={`/messages/${line.id}`} stretch={stretch} lastSeq={chat.lastSeq} />}
        <Typing conversationId={conversationId} words={words} />
        <Writing chat={chat} messageId={messageId} words={words} refused={refused} />
      </section>
    </div>
  );
};

/** What stands there while none is chosen. */
export const NoChat = ({ words }: { words: Words }) => (
  <div id="chat-pane" class="chat-pane none">
    <Empty icon="message-circle" {...words.messages.empty.chosen} />
  </div>
);

/** What stands there where nothing was written, and nothing can be any more. */
export const LostChat = ({ lineId, typed, words }: { lineId: string; typed: string; words: Words }) => (
  <div id="chat-pane" class="chat-pane">
    <section class="pane session-gone" aria-label={words.messages.title} data-chat={lineId}>
      <p role="status">{words.messages.noLonger}</p>
      {typed !== '' && <Typed text={typed} words={words} />}
      <a class="button" href="/messages">
        {words.common.back}
      </a>
    </section>
  </div>
);

/** Where the messages before the loaded ones are. */
export function earlierHref({ line, stretch }: Pick<ClientChat, 'line' | 'stretch'>): string | null {
  const first = stretch.messages[0];
  return stretch.earlier && first !== undefined ? `/messages/${line.id}/messages?before=${first.seq}` : null;
}

const ChatHead = ({ chat: { line }, words }: { chat: ClientChat; words: Words }) => (
  <header class="pane-head session-head">
    <a class="icon-button back" href="/messages" aria-label={words.common.back}>
      <Icon name="arrow-left" />
    </a>
    <Avatar id={line.id} name={line.name} src={line.avatar} />
    <div class="session-who">
      <h1 class="session-name">{line.name}</h1>
      {line.description !== '' && <p class="session-state">{line.description}</p>}
    </div>
  </header>
);

/** The composer, or why nothing can be written any more. Replaced only when that changes. */
export const Writing = ({ chat, messageId, words, refused }: ChatProps) => (
  <div id={`composer-${chat.line.id}`} class="answering">
    {chat.closedBecause === null ? (
      <Composer
        base={`/messages/${chat.line.id}`}
        messageId={messageId}
        text={refused?.text ?? chat.draft}
        refused={refused?.reason}
        words={words}
      />
    ) : (
      <div class="cannot">
        <p>{words.messages.cannotWrite[chat.closedBecause]}</p>
        {refused !== undefined && <Kept {...refused} words={words} />}
        {refused === undefined && chat.draft !== '' && <Typed text={chat.draft} words={words} />}
      </div>
    )}
  </div>
);
