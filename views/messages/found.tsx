import type { Words } from '../../src/i18n/words.ts';
import type { FoundMessage } from '../../src/sessions/conversations.ts';
import { Avatar } from '../layout/avatar.tsx';
import { Empty } from '../layout/empty.tsx';
import { Time } from '../layout/time.tsx';

/** The messages that a search found, newest first: each opens its conversation at its place. */
export const Found = ({ found, words }: { found: readonly FoundMessage[]; words: Words }) => (
  <>
    <ul class="rows" aria-label={words.messages.found}>
      {found.map((message) => (
        <FoundItem message={message} words={words} />
      ))}
    </ul>
    <Empty icon="search" {...words.messages.empty.found} />
  </>
);

const FoundItem = ({
  message: { id, lineId, lineName, seq, text, at },
  words,
}: {
  message: FoundMessage;
  words: Words;
}) => (
  <li class="row">
    <Avatar id={lineId} name={lineName} />
    <div class="row-text">
      <div class="row-first">
        <a class="row-link" href={`/messages/${lineId}?at=${seq}#m-${id}`}>
          {lineName}
        </a>
        <span class="row-when">
          <Time at={at} kind="list" words={words} />
        </span>
      </div>
      <p class="row-last">{[...text.slice(0, 240)].slice(0, 120).join('') || words.messages.files}</p>
    </div>
  </li>
);
