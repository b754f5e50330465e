import { Typing } from '../../views/conversation/typing.tsx';
import type { Reader } from '../db/doors.ts';
import { wordsFor } from '../i18n/index.ts';
import { mayReply } from '../sessions/policy.ts';
import type { Crowd } from './crowd.ts';
import { type ConversationNow, loadConversation, loadSession, type SessionNow } from './load.ts';
import { Post } from './post.ts';
import { sees } from './sees.ts';

/** Somebody is typing: at the desk, in a session, or as the client of a line. Kept nowhere. */
export type Hint =
  | { side: 'desk'; conversation: string; session: string; person: { id: string; name: string } }
  | { side: 'client'; conversation: string; session: string; person: { id: string; name: string } };

/** How often one person's typing in one conversation is told, ms; the page shows it for somewhat longer. */
const pause = 2_000;

/** Lets a hint through unless the same one just went. */
export class Hints {
  #told = new Map<string, number>();

  isNews({ conversation, side, person }: Hint, now: number): boolean {
    const key = `${conversation} ${side} ${person.id}`;
    if (now - (this.#told.get(key) ?? 0) < pause) return false;
    if (this.#told.size > 1_000) this.#told = new Map([...this.#told].filter(([, at]) => now - at < pause));
    this.#told.set(key, now);
    return true;
  }
}

/**
 * Shows to the other side that somebody is typing. The client hears of nobody who may not answer, and reads who it is only where
 * the line shows operators.
 */
export const postHint = async (db: Reader, hint: Hint, crowd: Crowd): Promise<Post> => {
  const post = new Post();
  const conversation = await loadConversation(db, hint.conversation);
  const session = await loadSession(db, hint.session);
  if (!conversation || session?.row.conversationId !== conversation.id) return post;
  if (hint.side === 'desk') {
    if (mayReply(hint.person, session.row)) tellClient(post, conversation, hint.person.name, crowd);
  } else if (hint.person.id === conversation.clientUserId) tellDesk(post, session, crowd);
  return post;
};

const tellClient = (post: Post, { id, clientUserId, row }: ConversationNow, typist: string, crowd: Crowd): void => {
  const name = row.line.showOperator ? typist : row.line.name;
  for (const viewer of crowd.ofPerson(clientUserId ?? '')) {
    post.html(viewer, 'client', () => <Typing conversationId={id} name={name} words={wordsFor(viewer.language)} />);
  }
};

const tellDesk = (post: Post, session: SessionNow, crowd: Crowd): void => {
  const { conversationId: id, client, line } = session.row;
  for (const viewer of crowd.onLine(line.id)) {
    if (!sees(viewer, session)) continue;
    post.html(viewer, 'desk', () => (
      <Typing conversationId={id} name={client.name} words={wordsFor(viewer.language)} />
    ));
  }
};
