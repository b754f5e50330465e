import type { Words } from '../../src/i18n/words.ts';
import type { OpenSession, SessionRow } from '../../src/sessions/shapes.ts';
import { writingForm } from '../conversation/card.tsx';
import { Composer } from '../conversation/composer.tsx';
import { Kept, Typed } from '../conversation/kept.tsx';
import { Take } from './actions.tsx';

export type AnsweringProps = {
  session: Pick<OpenSession, 'row' | 'may' | 'draft'>;
  /** The viewer's id. */
  me: string;
  /** A fresh id for the next message. */
  messageId: string;
  words: Words;
  refused?: { text: string; reason: string } | undefined;
};

/** The composer, or why one cannot write here and what would help. Replaced only when that changes, never while one types. */
export const Answering = ({ session: { row, may, draft }, me, messageId, words, refused }: AnsweringProps) => (
  <div id={`composer-${row.id}`} class="answering">
    {may.reply ? (
      <Composer
        id={writingForm(row.conversationId)}
        base={`/sessions/${row.id}`}
        messageId={messageId}
        text={refused?.text ?? draft}
        refused={refused?.reason}
        words={words}
      />
    ) : (
      <div class="cannot">
        <p>{why(row, may.take, words)}</p>
        {refused !== undefined && <Kept {...refused} words={words} />}
        {refused === undefined && draft !== '' && <Typed text={draft} words={words} />}
        {may.take && <Take row={row} me={me} words={words} />}
      </div>
    )}
  </div>
);

function why({ state, owner }: SessionRow, mayTake: boolean, { desk }: Words): string {
  if (state === 'unassigned' && mayTake) return desk.cannotReply.take;
  return state === 'active' ? desk.cannotReply.other(owner?.name ?? desk.event.somebody) : desk.cannotReply[state];
}
