import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Checkbox } from '../../form/checkbox.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { TextField } from '../../form/text-field.tsx';

/** The views of an app as its list shows them. */
export type SavedViews = {
  appId: string;
  all: readonly { id: string; name: string; href: string; shared: boolean }[];
  /** The view that is open. */
  open: { id: string; name: string } | undefined;
  /** Whether the open one may be changed, and is another list by now. */
  changed: boolean;
  /** The list as it is now: the query of its address. */
  query: string;
  mayShare: boolean;
  /** The id that a new view gets. */
  newId: string;
};

/** Lists that somebody named, to be opened. */
export const ViewTabs = ({ views, words: { itemList } }: { views: SavedViews; words: Words }) =>
  views.all.length === 0 ? null : (
    <nav class="list-views" aria-label={itemList.views}>
      <a href={`/apps/${views.appId}`} aria-current={views.open || views.query !== '' ? undefined : 'page'}>
        {itemList.allItems}
      </a>
      {views.all.map(({ id, name, href }) => (
        <a href={href} aria-current={views.open?.id === id ? 'page' : undefined}>
          <bdi>{name}</bdi>
        </a>
      ))}
    </nav>
  );

/** Keeps the list as it is now: in the view that is open, or in a new one. */
export const SaveView = ({ views, words }: { views: SavedViews; words: Words }) => {
  const { itemList } = words;
  const { appId, open, query } = views;
  return (
    <div class="list-save">
      {open && views.changed && (
        <form method="post" action={`/apps/${appId}/views/${open.id}`}>
          <Hidden values={{ query }} />
          <Button kind="plain">{itemList.updateView(open.name)}</Button>
        </form>
      )}
      {query !== '' && (
        <details class="list-panel">
          <summary class="button">{itemList.saveView}</summary>
          <div class="list-panel-body">
            <NewView views={views} typed={{ name: '', shared: false }} errors={{}} words={words} />
          </div>
        </details>
      )}
      {views.all.length > 0 && (
        <a class="button" href={`/apps/${appId}/views`}>
          {itemList.manageViews}
        </a>
      )}
    </div>
  );
};

type NewViewProps = {
  views: Pick<SavedViews, 'appId' | 'query' | 'mayShare' | 'newId'>;
  typed: { name: string; shared: boolean };
  errors: FormErrors;
  words: Words;
};

/** The form of a new view. */
export const NewView = ({ views, typed, errors, words }: NewViewProps) => {
  const { itemList } = words;
  return (
    <form class="form" method="post" action={`/apps/${views.appId}/views`}>
      <ErrorSummary title={itemList.viewNotSaved} errors={errors} labels={{ name: itemList.viewName }} />
      <Hidden values={{ id: views.newId, query: views.query }} />
      <TextField
        name="name"
        label={itemList.viewName}
        help={itemList.saveViewHelp}
        value={typed.name}
        maxlength={100}
        required
        error={errors['name']}
      />
      {views.mayShare && <Checkbox name="shared" value="yes" label={itemList.viewShared} checked={typed.shared} />}
      <Button>{words.common.save}</Button>
    </form>
  );
};
