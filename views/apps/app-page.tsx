import type { PropsWithChildren } from 'hono/jsx';
import type { App, AppMay } from '../../src/apps/app.ts';
import type { Words } from '../../src/i18n/words.ts';
import { Icon } from '../icons/icon.tsx';

/** The parts of an app that have a page of their own, in the order of their tabs. */
type AppPart = 'list' | 'imports' | 'settings' | 'fields';

type AppPageProps = PropsWithChildren<{
  app: Pick<App, 'id' | 'name' | 'icon' | 'archivedAt'>;
  /** The tab that stands open; null for a page that is none of them, such as an item's form. */
  part: AppPart | null;
  /** What the person may do with the app's items. */
  may: AppMay;
  administrator: boolean;
  words: Words;
  /** The page's heading, where it is another than the app's name. */
  title?: string | undefined;
  /** Links and buttons beside the heading. */
  actions?: unknown;
  /** For what needs the whole width, as a list with many columns does. */
  wide?: boolean;
}>;

/** A page of an app: whose it is and its parts above, then the page itself. */
export const AppPage = ({ app, part, may, administrator, words, title, actions, wide, children }: AppPageProps) => {
  const tabs = tabsFor(may, administrator);
  return (
    <main id="main" class={wide ? 'page app-page wide' : 'page app-page'}>
      <p class="page-back">
        <a href="/apps">
          <Icon name="arrow-left" />
          {words.apps.allApps}
        </a>
      </p>
      <header class="app-head">
        <Icon name={app.icon} />
        {title === undefined ? <h1>{app.name}</h1> : <p class="app-name">{app.name}</p>}
        {app.archivedAt !== null && <span class="mark">{words.apps.archived}</span>}
        {title === undefined && actions}
      </header>
      {tabs.length > 1 && (
        <nav class="tabs" aria-label={app.name}>
          {tabs.map((tab) => (
            <a href={addressOf(app.id, tab)} aria-current={part === tab ? 'page' : undefined}>
              {words.apps.parts[tab]}
            </a>
          ))}
        </nav>
      )}
      {title !== undefined && (
        <header class="page-head">
          <h1>{title}</h1>
          {actions}
        </header>
      )}
      {children}
    </main>
  );
};

const tabsFor = (may: AppMay, administrator: boolean): AppPart[] => [
  ...(may.see ? (['list'] as const) : []),
  ...(may.create ? (['imports'] as const) : []),
  ...(administrator ? (['fields', 'settings'] as const) : []),
];

const addressOf = (id: string, part: AppPart): string => (part === 'list' ? `/apps/${id}` : `/apps/${id}/${part}`);
