import type { Words } from '../../src/i18n/words.ts';
import type { Attachment, Card } from '../../src/sessions/shapes.ts';
import { Avatar } from '../layout/avatar.tsx';
import { kept } from '../layout/kept.ts';
import { Time } from '../layout/time.tsx';
import { ItemCard } from './card.tsx';
import { Files } from './files.tsx';
import { Text } from './text.tsx';

/** Who speaks: `key` is equal for the same author and no other, and shows in the page; `avatar` is an image's address. */
export type Author = { key: string; name: string; avatar: string | null };

/** What is known of every entry of a conversation, whoever looks. */
export type Entry = { id: string; conversationId: string; seq: number; at: number } & (
  | { kind: 'said'; side: 'ours' | 'theirs'; author: Author; text: string; files: readonly Attachment[] }
  | { kind: 'event'; author: string; text: string; border: boolean; card?: TellingCard }
);

/** An item that an event tells of, and whether its number is worth telling the client. */
type TellingCard = { card: Card; tell: boolean };

/** How an entry stands to the one before it; the page's script puts this right when entries come later. */
export type Standing = { joined?: boolean; day?: boolean };

type EntryProps = { entry: Entry; words: Words } & Standing;

/** One entry, on a page and in a frame alike. What was written stays as it is; names and what happened are told anew. */
export const EntryArticle = (props: EntryProps) => {
  const { entry, words, joined, day } = props;
  const standing = `${words.language} ${words.zone ?? ''} ${joined ? 'joined' : ''} ${day ? 'day' : ''}`;
  const who = entry.kind === 'said' ? [entry.side, ...Object.values(entry.author)] : happenedTo(entry);
  return kept(`entry ${entry.id} ${standing} ${who.join('\n')}`, () => <Article {...props} />);
};

/** Two who do not see the same of an item never get the same fragment. */
const happenedTo = ({ author, text, card }: Entry & { kind: 'event' }): string[] =>
  card ? [author, text, JSON.stringify(card)] : [author, text];

const Article = ({ entry, words, joined, day }: EntryProps) => {
  const said = entry.kind === 'said';
  return (
    <article
      id={`m-${entry.id}`}
      class={said ? `message ${entry.side}` : `event${entry.border ? ' border' : ''}`}
      data-log={entry.conversationId}
      data-seq={entry.seq}
      data-at={entry.at}
      data-author={said ? entry.author.key : entry.author}
      data-joined={joined ? '' : undefined}
    >
      {day && <Day at={entry.at} words={words} />}
      {said ? <Said entry={entry} words={words} /> : <Happened entry={entry} words={words} />}
    </article>
  );
};

/** Between two days. */
const Day = ({ at, words }: { at: number; words: Words }) => (
  <p class="day">
    <Time at={at} kind="day" words={words} />
  </p>
);

const Said = ({ entry, words }: { entry: Entry & { kind: 'said' }; words: Words }) => (
  <>
    <Avatar id={entry.author.key} name={entry.author.name} src={entry.author.avatar} size="small" />
    <div class="bubble">
      <p class="author">{entry.author.name}</p>
      {entry.text !== '' && <Text text={entry.text} />}
      <Files files={entry.files} words={words} />
      <p class="meta">
        <Time at={entry.at} kind="time" words={words} />
      </p>
    </div>
  </>
);

const Happened = ({ entry, words }: { entry: Entry & { kind: 'event' }; words: Words }) => (
  <>
    <p>
      <span>
        {entry.text} · <Time at={entry.at} kind="time" words={words} />
      </span>
    </p>
    {entry.card && <ItemCard {...entry.card} conversationId={entry.conversationId} words={words} />}
  </>
);
