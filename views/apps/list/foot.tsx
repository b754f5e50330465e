import type { Words } from '../../../src/i18n/words.ts';

/** Where in the list a page is. `more`: how the next one is shown; `first`: the beginning, from a page that does not begin there. */
export type Place = {
  from: number;
  to: number;
  count: { count: number; more: boolean };
  more: string | null;
  first: string | null;
};

/** Which of how many items are shown. */
export const Shown = ({ place: { from, to, count }, words: { itemList } }: { place: Place; words: Words }) => {
  if (to < from) return null;
  // Counted a moment apart, and never less than what one sees.
  const of = count.more ? itemList.more(count.count) : itemList.exactly(Math.max(count.count, to));
  return <>{itemList.shown(from, to, of)}</>;
};

/** The way to what comes next. Scripts put it below what is there; without them it is a page of its own. */
export const Foot = ({ place, words }: { place: Place; words: Words }) => (
  <p class="list-foot" id="list-foot">
    <span class="hint">
      <Shown place={place} words={words} />
    </span>
    {place.first !== null && (
      <a class="button" href={place.first}>
        {words.itemList.toBeginning}
      </a>
    )}
    {place.more !== null && (
      <a class="button" href={place.more} hx-get={place.more} hx-target="#list-foot" hx-swap="outerHTML" id="list-more">
        {words.common.showMore}
      </a>
    )}
  </p>
);
