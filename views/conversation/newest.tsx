import type { Words } from '../../src/i18n/words.ts';
import { Icon } from '../icons/icon.tsx';

/** Below what is read: how much came in meanwhile ("3 new", said by the page's script), or the way back from an earlier stretch. */
export const Newest = ({ later, href, words }: { later: boolean; href: string; words: Words }) =>
  later ? (
    <a class="jump" href={href}>
      <Icon name="chevron-down" /> {words.common.conversation.newest}
    </a>
  ) : (
    <button type="button" class="jump" data-jump="" hidden>
      <Icon name="chevron-down" /> <span data-jump-count="" />
    </button>
  );
