import type { Words } from '../../src/i18n/words.ts';
import type { OutsideChat } from '../../src/sessions/outside-chat.ts';
import { LogEntries } from '../conversation/log.tsx';
import { Button } from '../form/button.tsx';
import { Hidden } from '../form/hidden.tsx';
import { Icon } from '../icons/icon.tsx';
import { entryOf } from '../messages/entry-of.ts';
import { MessageField } from './message-field.tsx';

type Props = {
  /** Whose conversation it is. */
  accountId: string;
  chat: OutsideChat;
  /** A fresh id for the next message, or that of the one that was refused. */
  messageId: string;
  typed: string;
  error: string | undefined;
  words: Words;
};

/** The conversation with a line as its client reads it in a messenger. */
export const TestChat = ({ accountId, chat, messageId, typed, error, words }: Props) => {
  const address = `/test-channel/${accountId}`;
  return (
    <>
      <p class="page-back">
        <a href="/test-channel">
          <Icon name="arrow-left" />
          {words.accounts.test.back}
        </a>
      </p>
      <h1>{words.accounts.test.writeAs(chat.who.name, chat.line.name)}</h1>
      {/* Without scripts the link below loads it again. */}
      <div
        role="log"
        id="test-log"
        class="log test-log"
        aria-label={words.accounts.test.conversation}
        hx-get={address}
        hx-trigger="every 2s"
        hx-select="#test-log"
        hx-swap="outerHTML"
      >
        <LogEntries
          conversationId={accountId}
          entries={chat.messages.map((message) => entryOf(message, chat.line, words))}
          earlier={null}
          firstUnread={null}
          later={false}
          seenSeq={null}
          words={words}
        />
      </div>
      <form class="form" method="post" action={address}>
        <a href={address}>{words.accounts.test.reload}</a>
        <Hidden values={{ id: messageId }} />
        <MessageField value={typed} error={error} words={words} />
        <Button>{words.accounts.test.send}</Button>
      </form>
    </>
  );
};
