import type { Words } from '../../src/i18n/words.ts';

/** Who types on the other side; replaced by a hint, emptied by the page's script a few seconds later. */
export const Typing = ({ conversationId, name, words }: { conversationId: string; name?: string; words: Words }) => (
  <p id={`typing-${conversationId}`} class="typing" data-typing="">
    {name !== undefined && words.common.conversation.typing(name)}
  </p>
);
