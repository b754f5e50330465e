import type { App, AppMay } from '../../../src/apps/app.ts';
import type { DeletedItem } from '../../../src/apps/list/deleted.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Empty } from '../../layout/empty.tsx';
import { Time } from '../../layout/time.tsx';
import { AppPage } from '../app-page.tsx';

type Props = {
  app: App;
  may: AppMay;
  administrator: boolean;
  items: readonly (DeletedItem & { daysLeft: number })[];
  /** The page that follows. */
  more: string | null;
  words: Words;
};

/** Items that can still be restored, each with the way to its page, where that is done. */
export const DeletedPage = ({ app, may, administrator, items, more, words }: Props) => (
  <AppPage {...{ app, may, administrator, words }} part={null} title={words.itemList.deleted}>
    <p class="field-help">{words.itemList.deletedText}</p>
    {items.length === 0 ? (
      <Empty icon="trash-2" title={words.itemList.nothingDeleted} text={words.itemList.nothingDeletedText} />
    ) : (
      <ul class="list" aria-label={words.itemList.deleted}>
        {items.map(({ id, title, deletedAt, deletedBy, daysLeft }) => (
          <li class="list-row">
            <a class="list-main" href={`/items/${id}`}>
              <bdi>{title}</bdi>
            </a>
            <span class="list-aside">
              {deletedBy !== null && `${words.itemList.deletedBy(deletedBy)}, `}
              <Time at={deletedAt} kind="moment" words={words} />
              {` · ${words.itemList.days(daysLeft)}`}
            </span>
          </li>
        ))}
      </ul>
    )}
    <p class="toolbar">
      <a class="button" href={`/apps/${app.id}`}>
        {words.itemList.backToList}
      </a>
      {more !== null && (
        <a class="button" href={more}>
          {words.common.showMore}
        </a>
      )}
    </p>
  </AppPage>
);
