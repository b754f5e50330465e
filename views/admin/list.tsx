import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import { Search } from '../form/search.tsx';
import { Empty } from '../layout/empty.tsx';
import { Paging } from './paging.tsx';

/** What of a list is shown: after which search, and whether it starts at the beginning; `after` leads to the next page. */
export type Shown = { search: string; first: boolean; after: string | null };

type ListProps = PropsWithChildren<{
  words: Words;
  path: string;
  label: string;
  shown: Shown;
  empty: boolean;
  none: string;
  /** Other ways to add, beside Add. */
  more?: unknown;
}>;

/** A list of the section Admin with its search, its Add and its pages. `children` are its items. */
export const List = ({ words, path, label, shown, empty, none, more, children }: ListProps) => (
  <>
    <div class="toolbar">
      <Search action={path} value={shown.search} label={label} button={words.people.search} />
      {more}
      <a class="button primary" href={`${path}/new`}>
        {words.common.add}
      </a>
    </div>
    {empty ? (
      <Empty icon="users-round" title={none} text={words.people.otherSearch} />
    ) : (
      <ul class="list">{children}</ul>
    )}
    <Paging path={path} words={words} {...shown} />
  </>
);
