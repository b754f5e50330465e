import type { Words } from '../../src/i18n/words.ts';
import type { ClientConversationRow } from '../../src/sessions/shapes.ts';
import { Avatar } from '../layout/avatar.tsx';
import { shown } from '../layout/counters.tsx';
import { Time } from '../layout/time.tsx';

type ItemProps = { row: ClientConversationRow; current?: boolean; words: Words };

/** One of the person's own conversations in the list. */
export const ConversationItem = ({
  row: { conversationId, line, last, unread },
  current = false,
  words,
}: ItemProps) => (
  <li id={`c-${line.id}`} class="row" data-conversation={conversationId} data-recent={last.at}>
    <Avatar id={line.id} name={line.name} src={line.avatar} />
    <div class="row-text">
      <div class="row-first">
        <a
          class="row-link"
          href={`/messages/${line.id}`}
          aria-label={words.messages.unread(line.name, unread)}
          aria-current={current ? 'page' : undefined}
        >
          {line.name}
        </a>
        <span class="row-when">
          <Time at={last.at} kind="list" words={words} />
        </span>
      </div>
      <div class="row-second">
        <p class="row-last">
          {last.kind === 'mine' && <b>{words.messages.you}: </b>}
          {[...last.text.slice(0, 240)].slice(0, 120).join('') || words.messages.files}
        </p>
        {unread > 0 && (
          <span class="badge red" aria-hidden="true">
            {shown(unread)}
          </span>
        )}
      </div>
    </div>
  </li>
);
