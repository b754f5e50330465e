import { Seen } from '../../views/conversation/log.tsx';
import { ConversationItem } from '../../views/messages/conversation-item.tsx';
import { ClientMessageArticle } from '../../views/messages/message.tsx';
import { wordsFor } from '../i18n/index.ts';
import type { Crowd } from './crowd.ts';
import type { ConversationNow } from './load.ts';
import type { Post } from './post.ts';

/** What the client's side may be told of a conversation: there is no way to anything else from here. */
export type ClientSide = {
  conversation: ConversationNow;
  /** Whether the desk may have read further. */
  deskRead: boolean;
};

/** Sends what changed in a conversation to its client. */
export const postToClient = (post: Post, { conversation, deskRead }: ClientSide, crowd: Crowd): void => {
  const { id, clientUserId, row, messages, deskReadSeq } = conversation;
  for (const viewer of crowd.ofPerson(clientUserId ?? '')) {
    const words = wordsFor(viewer.language);
    for (const message of messages) {
      post.html(viewer, `client's ${message.id}`, () => (
        <ClientMessageArticle message={message} line={row.line} words={words} />
      ));
    }
    post.html(viewer, `client's row ${id}`, () => <ConversationItem row={row} words={words} />);
    if (deskRead)
      post.html(viewer, `client's seen ${id}`, () => <Seen conversationId={id} seq={deskReadSeq} words={words} />);
  }
};
