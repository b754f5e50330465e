import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Confirm } from '../../form/confirm.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Empty } from '../../layout/empty.tsx';
import { AppPage } from '../app-page.tsx';
import { NewView } from './saved-views.tsx';

type KeptView = { id: string; name: string; href: string; shared: boolean; changeable: boolean };

/** A form that was refused, with what was typed: of a view by its id, or of a new one. */
type Refused = { of: string; typed: { name: string; shared: boolean; query: string }; errors: FormErrors };

export type ViewsProps = {
  app: App;
  may: AppMay;
  administrator: boolean;
  views: readonly KeptView[];
  refused: Refused | undefined;
  newId: string;
  words: Words;
};

/** The views of an app: renamed and deleted here, and saved again where that was refused. */
export const ViewsPage = ({ app, may, administrator, views, refused, newId, words }: ViewsProps) => {
  const { itemList } = words;
  const fresh = refused?.of === '' ? refused : undefined;
  return (
    <AppPage {...{ app, may, administrator, words }} part={null} title={itemList.views}>
      {fresh && (
        <NewView
          views={{ appId: app.id, query: fresh.typed.query, mayShare: may.edit, newId }}
          typed={fresh.typed}
          errors={fresh.errors}
          words={words}
        />
      )}
      {refused && !fresh && !views.some(({ id }) => id === refused.of) && (
        <ErrorSummary title={itemList.viewNotSaved} errors={refused.errors} />
      )}
      {views.length === 0 && !fresh && <Empty icon="columns-3" title={itemList.noViews} text={itemList.noViewsText} />}
      <ul class="list" aria-label={itemList.views}>
        {views.map((view) => (
          <KeptViewRow
            appId={app.id}
            view={view}
            refused={refused?.of === view.id ? refused : undefined}
            words={words}
          />
        ))}
      </ul>
      <p class="toolbar">
        <a class="button" href={`/apps/${app.id}`}>
          {itemList.backToList}
        </a>
      </p>
    </AppPage>
  );
};

type RowProps = { appId: string; view: KeptView; refused: Refused | undefined; words: Words };

const KeptViewRow = ({ appId, view, refused, words: { itemList } }: RowProps) => (
  <li class="list-row kept-view">
    <a class="list-main" href={view.href}>
      <bdi>{view.name}</bdi>
    </a>
    {view.shared && <span class="chip">{itemList.viewSharedMark}</span>}
    {view.changeable && (
      <>
        <form class="kept-view-name" method="post" action={`/apps/${appId}/views/${view.id}`}>
          <input
            class="input"
            name="name"
            value={refused?.typed.name ?? view.name}
            maxlength={100}
            required
            aria-label={`${itemList.viewName}: ${view.name}`}
            aria-invalid={refused ? 'true' : undefined}
          />
          <Button kind="plain" label={`${itemList.renameView}: ${view.name}`}>
            {itemList.renameView}
          </Button>
          {refused && (
            <p class="field-error" role="alert">
              {Object.values(refused.errors).join(' ')}
            </p>
          )}
        </form>
        <Confirm
          ask={itemList.deleteView}
          text={view.shared ? itemList.deleteSharedText(view.name) : itemList.deleteViewText(view.name)}
          confirm={itemList.deleteViewConfirm(view.name)}
          action={`/apps/${appId}/views/${view.id}/deletion`}
        />
      </>
    )}
  </li>
);
