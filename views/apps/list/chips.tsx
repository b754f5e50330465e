import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';

/** A filter that is set, in words, and the list without it. */
export type Chip = { text: string; href: string };

/** The filters that are set, each with the way out of it. */
export const Chips = ({
  chips,
  clear,
  words: { itemList },
}: {
  chips: readonly Chip[];
  clear: string;
  words: Words;
}) =>
  chips.length === 0 ? null : (
    <ul class="list-chips" aria-label={itemList.active}>
      {chips.map(({ text, href }) => (
        <li>
          <a class="button" href={href} aria-label={itemList.remove(text)}>
            <bdi>{text}</bdi>
            <Icon name="x" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="button" href={clear}>
            {itemList.clear}
          </a>
        </li>
      )}
    </ul>
  );
