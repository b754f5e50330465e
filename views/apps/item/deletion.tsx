import type { App } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { ItemFrame } from './item-frame.tsx';

type DeletionProps = {
  app: App;
  item: { id: string; title: string };
  /** How many items refer to it, seen or not. */
  referred: number;
  words: Words;
};

/** Asks before an item is deleted: which it is, and what loses its way to it. */
export const DeletionPage = ({ app, item, referred, words: { items, common } }: DeletionProps) => {
  const href = `/items/${item.id}`;
  return (
    <ItemFrame app={app} title={items.deleteTitle(item.title)} back={{ href, text: item.title }}>
      <form class="item-asked" method="post" action={`${href}/deletion`}>
        <p>{items.deleteText}</p>
        <p>{referred > 0 ? items.deleteReferred(referred) : items.deleteReferredNot}</p>
        <div class="buttons">
          <Button kind="danger">{items.deleteConfirm(item.title)}</Button>
          <a class="button" href={href}>
            {common.cancel}
          </a>
        </div>
      </form>
    </ItemFrame>
  );
};
