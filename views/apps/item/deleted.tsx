import type { Item } from '../../../src/apps/items/item.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Time } from '../../layout/time.tsx';

type Props = {
  item: Item;
  people: ReadonlyMap<string, { name: string }>;
  problem?: string | undefined;
  words: Words;
};

/** Says of a deleted item who deleted it and when, and offers to bring it back. */
export const Deleted = ({ item: { id, deletedAt, deletedBy }, people, problem, words }: Props) => (
  <form class="notice item-deleted" method="post" action={`/items/${id}/restoration`}>
    <p>
      <b>{words.items.deletedBy((deletedBy && people.get(deletedBy)?.name) || words.items.historyProduct)}</b>{' '}
      {deletedAt !== null && <Time at={deletedAt} kind="moment" words={words} />}
    </p>
    <p>{words.items.deletedHelp}</p>
    {problem !== undefined && (
      <p class="field-error" role="alert">
        {problem}
      </p>
    )}
    <Button kind="plain">{words.items.bringBack}</Button>
  </form>
);
