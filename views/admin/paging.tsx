import type { Words } from '../../src/i18n/words.ts';

type PagingProps = { path: string; search: string; after: string | null; first: boolean; words: Words };

/** The way to the next page of a list, and back to its beginning. */
export const Paging = ({ path, search, after, first, words: { people } }: PagingProps) =>
  first && after === null ? null : (
    <p class="toolbar">
      {!first && <a href={addressOf(path, { q: search })}>{people.firstPage}</a>}
      {after !== null && <a href={addressOf(path, { q: search, after })}>{people.nextPage}</a>}
    </p>
  );

const addressOf = (path: string, query: Readonly<Record<string, string>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};
