import type { Names } from '../../../src/apps/fields/names.ts';
import type { FilterInput as Input } from '../../../src/apps/list/panel.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { Icon } from '../../icons/icon.tsx';
import { type ColumnPick, ColumnsPanel } from './columns-panel.tsx';
import { FilterInput } from './filter-input.tsx';

/** What the form above a list holds. */
export type Asking = {
  app: { id: string; name: string };
  text: string;
  filters: readonly Input[];
  /** Of what is picked in filters. */
  names: Names;
  columns: readonly ColumnPick[];
  sort: { by: string; descending: boolean; choices: readonly { value: string; label: string }[] };
  /** How many filters are set. */
  set: number;
  /** Somebody is being looked for in the panel. */
  open: boolean;
  /** The view that is open. */
  view: string | undefined;
};

/**
 * Asks for a list: words, filters, order and columns in one form, so that none forgets the others. An ordinary one; scripts show what it
 * finds while one types and chooses.
 */
export const Ask = ({ asking, words }: { asking: Asking; words: Words }) => (
  <search>
    <form
      class="list-ask"
      method="get"
      action={`/apps/${asking.app.id}`}
      hx-get={`/apps/${asking.app.id}`}
      hx-trigger="change, submit, input changed delay:300ms from:find #list-words"
      hx-target="#list-found"
      hx-swap="outerHTML"
      hx-sync="this:replace"
    >
      <Hidden values={{ apply: 'yes', view: asking.view }} />
      <div class="search">
        <input
          class="input"
          type="search"
          id="list-words"
          name="q"
          value={asking.text}
          maxlength={200}
          aria-label={words.itemList.searchIn(asking.app.name)}
          placeholder={words.itemList.searchIn(asking.app.name)}
        />
        <button type="submit" class="button">
          <Icon name="search" />
          {words.itemList.search}
        </button>
      </div>
      <FiltersPanel asking={asking} words={words} />
      <ColumnsPanel columns={asking.columns} sort={asking.sort} words={words} />
    </form>
  </search>
);

/** How many filters are set. */
export const FiltersSaid = ({ count, words: { itemList } }: { count: number; words: Words }) => (
  <>{count > 0 ? itemList.filtersOn(count) : itemList.filters}</>
);

const FiltersPanel = ({ asking, words }: { asking: Asking; words: Words }) => (
  <details class="list-panel" open={asking.open}>
    <summary class="button">
      <Icon name="filter" />
      <span id="list-filters">
        <FiltersSaid count={asking.set} words={words} />
      </span>
    </summary>
    <div class="list-panel-body">
      <div class="filters">
        {asking.filters.map((input) => (
          <FilterInput appId={asking.app.id} input={input} names={asking.names} words={words} />
        ))}
      </div>
      <p class="field-help">{words.itemList.filterHelp}</p>
      <p class="buttons">
        <Button>{words.itemList.apply}</Button>
        <a class="button" href={`/apps/${asking.app.id}`}>
          {words.itemList.clear}
        </a>
      </p>
    </div>
  </details>
);
