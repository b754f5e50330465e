import type { ListedApp } from '../../../src/apps/build/list.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { Empty } from '../../layout/empty.tsx';

type Props = {
  apps: readonly ListedApp[];
  administrator: boolean;
  /** Beyond so many items a list says "more than". */
  most: number;
  /** The way to the accounts of all clients, for whoever may see any. */
  accounts: boolean;
  words: Words;
};

/** The apps that somebody sees, or defines. */
export const AppListPage = ({ apps, administrator, most, accounts, words }: Props) => (
  <main id="main" class="page">
    <header class="page-head">
      <h1>{words.apps.title}</h1>
      <div class="buttons">
        {accounts && (
          <a class="button" href="/accounts">
            {words.apps.accounts}
          </a>
        )}
        {administrator && (
          <a class="button primary" href="/apps/new">
            <Icon name="plus" />
            {words.common.add}
          </a>
        )}
      </div>
    </header>
    {apps.length === 0 ? (
      <NoApps administrator={administrator} words={words} />
    ) : (
      <ul class="rows" aria-label={words.apps.title}>
        {apps.map((app) => (
          <li class="row">
            <AppRow app={app} administrator={administrator} most={most} words={words} />
          </li>
        ))}
      </ul>
    )}
  </main>
);

const AppRow = ({ app, administrator, most, words }: Pick<Props, 'administrator' | 'most' | 'words'> & One) => (
  <>
    <span class="app-mark">
      <Icon name={app.icon} />
    </span>
    <div class="row-main">
      <a class="row-link" id={`app-${app.id}`} href={app.may ? `/apps/${app.id}` : `/apps/${app.id}/fields`}>
        {app.name}
      </a>
      <p class="row-note">
        {app.items > most ? words.apps.moreItems(most) : words.apps.items(app.items)}
        {!app.may && app.archivedAt === null && ` · ${words.apps.notYours}`}
      </p>
    </div>
    {app.archivedAt !== null && <span class="mark">{words.apps.archived}</span>}
    {administrator && (
      <a class="button above" href={`/apps/${app.id}/settings`} aria-describedby={`app-${app.id}`}>
        {words.common.settings}
      </a>
    )}
  </>
);

type One = { app: ListedApp };

const NoApps = ({ administrator, words: { apps } }: Pick<Props, 'administrator' | 'words'>) =>
  administrator ? (
    <Empty icon="layout-grid" title={apps.none} text={apps.noneHelp}>
      <a class="button primary" href="/apps/new">
        {apps.addFirst}
      </a>
    </Empty>
  ) : (
    <Empty icon="layout-grid" title={apps.noneYours} text={apps.noneYoursHelp} />
  );
