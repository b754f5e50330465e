import type { Words } from '../../src/i18n/words.ts';
import type { ClientLine } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Empty } from '../layout/empty.tsx';

/** The lines that the person may write to, `<main>` of its page: each leads to the chat with it. */
export const Picker = ({ lines, words }: { lines: readonly ClientLine[]; words: Words }) => (
  <main id="main" class="messages picking">
    <section class="pane list-pane" aria-labelledby="list-title">
      <div class="pane-head">
        <a class="icon-button" href="/messages" aria-label={words.common.back}>
          <Icon name="arrow-left" />
        </a>
        <h1 id="list-title" class="pane-title">
          {words.messages.pickLine}
        </h1>
      </div>
      <div class="list-scroll">
        <ul class="rows" aria-labelledby="list-title" data-picker="">
          {lines.map((line) => (
            <LineItem line={line} />
          ))}
        </ul>
        <Empty icon="headset" {...words.messages.empty.picker} />
      </div>
    </section>
    <div class="chat-pane none" />
  </main>
);

const LineItem = ({ line }: { line: ClientLine }) => (
  <li class="row">
    <Avatar id={line.id} name={line.name} src={line.avatar} />
    <div class="row-text">
      <a class="row-link" href={`/messages/${line.id}`}>
        {line.name}
      </a>
      {line.description !== '' && <p class="row-last">{line.description}</p>}
    </div>
  </li>
);
