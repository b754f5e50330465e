import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { Empty } from '../../layout/empty.tsx';
import { AppPage } from '../app-page.tsx';
import { Ask, type Asking } from './ask.tsx';
import { type Chip, Chips } from './chips.tsx';
import { Foot, type Place, Shown } from './foot.tsx';
import { type SavedViews, SaveView, ViewTabs } from './saved-views.tsx';
import { ItemTable, type Rows } from './table.tsx';

/** All that a list shows. */
export type Listing = {
  app: App;
  may: AppMay;
  rows: Rows;
  place: Place;
  chips: readonly Chip[];
  /** The list without any filter. */
  clear: string;
  /** What of the address could not be understood. */
  wrong: readonly string[];
  views: SavedViews;
  export: string;
  words: Words;
};

type PageProps = { listing: Listing; asking: Asking; administrator: boolean };

/** The items of an app. */
export const ItemListPage = ({ listing, asking, administrator }: PageProps) => {
  const { app, may, views, words } = listing;
  return (
    <AppPage {...{ app, may, administrator, words }} part="list" wide actions={<Actions {...listing} />}>
      <ViewTabs views={views} words={words} />
      <Ask asking={asking} words={words} />
      <FoundItems {...listing} />
    </AppPage>
  );
};

/** What was found: all that scripts renew when something else is asked for. */
export const FoundItems = (listing: Listing) => {
  const { rows, place, chips, clear, wrong, views, words } = listing;
  return (
    <div id="list-found" class="list-found">
      {wrong.length > 0 && (
        <p class="field-note" role="status">
          {words.itemList.leftOut(wrong.join(', '))}
        </p>
      )}
      <Chips chips={chips} clear={clear} words={words} />
      <div class="list-line">
        <p class="hint" role="status" id="list-shown">
          {rows.items.length === 0 ? words.itemList.none : <Shown place={place} words={words} />}
        </p>
        <SaveView views={views} words={words} />
        <a class="button" href={listing.export}>
          <Icon name="download" />
          {words.itemList.export}
        </a>
        <a class="button" href={withAllFields(listing.export)}>
          <Icon name="download" />
          {words.transfer.exportAll}
        </a>
      </div>
      {rows.items.length === 0 ? <Nothing {...listing} /> : <ItemTable {...rows} />}
      <Foot place={place} words={words} />
    </div>
  );
};

const withAllFields = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}all=yes`;

const Actions = ({ app, may, words: { itemList } }: Listing) => (
  <div class="buttons list-actions">
    {may.edit && (
      <a class="button" href={`/apps/${app.id}/deleted`}>
        <Icon name="trash-2" />
        {itemList.deleted}
      </a>
    )}
    {may.create && (
      <a class="button primary" href={`/apps/${app.id}/items/new`}>
        <Icon name="plus" />
        {itemList.newItem}
      </a>
    )}
  </div>
);

const Nothing = ({ app, may, chips, clear, place, words: { itemList } }: Listing) => {
  if (place.first !== null)
    return (
      <Empty icon="search" title={itemList.pastEnd} text={itemList.pastEndText}>
        <a class="button" href={place.first}>
          {itemList.toBeginning}
        </a>
      </Empty>
    );
  if (chips.length > 0)
    return (
      <Empty icon="search" title={itemList.nothingFits} text={itemList.nothingFitsText}>
        <a class="button" href={clear}>
          {itemList.clear}
        </a>
      </Empty>
    );
  return (
    <Empty icon={app.icon} title={itemList.empty} text={may.create ? itemList.emptyCreate : itemList.emptyText}>
      {may.create && (
        <p class="buttons">
          <a class="button primary" href={`/apps/${app.id}/items/new`}>
            {itemList.newItem}
          </a>
          <a class="button" href={`/apps/${app.id}/imports`}>
            {itemList.import}
          </a>
        </p>
      )}
    </Empty>
  );
};
