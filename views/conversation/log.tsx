import type { Words } from '../../src/i18n/words.ts';
import { sameDay } from '../layout/time.tsx';
import { type Entry, EntryArticle, type Standing } from './entry.tsx';

export type LogProps = {
  conversationId: string;
  /** Oldest first. */
  entries: readonly Entry[];
  /** Where the messages before these are found, with `?before=` in it; null at the conversation's beginning. */
  earlier: string | null;
  /** Whether newer ones exist than these: then the page does not add what comes in. */
  later: boolean;
  /** The number of the first message that the viewer has not read; null when all are. */
  firstUnread: number | null;
  /** How far the other side has read; null where that is not to be told, as for an earlier stretch that is put above a log. */
  seenSeq: number | null;
  words: Words;
};

/** A conversation, or the stretch of it that is loaded. It opens at its end without any script; the script opens it at the first unread. */
export const Log = (props: LogProps) => (
  <div class="scroll" data-scroll="">
    <div
      role="log"
      id={`log-${props.conversationId}`}
      class="log"
      aria-label={props.words.common.conversation.log}
      tabindex={0}
      data-later={props.later ? '' : undefined}
    >
      <LogEntries {...props} />
    </div>
  </div>
);

/** The inside of a log; also what "Earlier messages" is replaced by, with `firstUnread` and `seenSeq` null. */
export const LogEntries = ({ conversationId, entries, earlier, firstUnread, seenSeq, words }: LogProps) => {
  const seen = seenSeq === null ? undefined : entries.findLast((entry) => isOurs(entry) && entry.seq <= seenSeq);
  return (
    <>
      {earlier !== null && <Earlier href={earlier} words={words} />}
      {entries.map((entry, place) => (
        <>
          {entry.seq === firstUnread && <Unread words={words} />}
          <EntryArticle entry={entry} words={words} {...standing(entry, entries[place - 1], words)} />
          {entry === seen && <Seen conversationId={conversationId} seq={seenSeq ?? 0} words={words} />}
        </>
      ))}
      {seenSeq !== null && seen === undefined && (
        <Seen conversationId={conversationId} seq={seenSeq} words={words} hidden />
      )}
    </>
  );
};

/** "Seen": stands below the last message that the other side has read, and is moved there by the page's script when replaced. */
export const Seen = ({ conversationId, seq, words, hidden = seq === 0 }: SeenProps) => (
  <p id={`seen-${conversationId}`} class="seen" data-seen={seq} hidden={hidden}>
    {words.common.conversation.seen}
  </p>
);

type SeenProps = { conversationId: string; seq: number; words: Words; hidden?: boolean };

/** Loads what came before as soon as it comes near; a plain link where no script runs. */
const Earlier = ({ href, words }: { href: string; words: Words }) => (
  <a
    class="earlier"
    href={href}
    hx-get={href}
    hx-trigger="click, intersect once root:'closest .scroll' rootMargin:300px"
    hx-swap="outerHTML"
  >
    {words.common.conversation.earlier}
  </a>
);

const Unread = ({ words }: { words: Words }) => (
  <p class="unread" data-unread-line="">
    {words.common.conversation.unread}
  </p>
);

const minute = 60_000;

function standing(entry: Entry, before: Entry | undefined, words: Words): Standing {
  const newDay = before === undefined || !sameDay(entry.at, before.at, words);
  return { day: newDay, joined: !newDay && speakOn(entry, before) };
}

function speakOn(entry: Entry, before: Entry): boolean {
  if (entry.kind !== 'said' || before.kind !== 'said') return false;
  return entry.author.key === before.author.key && Math.floor(entry.at / minute) === Math.floor(before.at / minute);
}

function isOurs(entry: Entry): boolean {
  return entry.kind === 'said' && entry.side === 'ours';
}
