import type { PropsWithChildren } from 'hono/jsx';
import type { App } from '../../../src/apps/app.ts';
import { Icon } from '../../icons/icon.tsx';

type ItemFrameProps = PropsWithChildren<{
  app: Pick<App, 'id' | 'name' | 'icon'>;
  title: string;
  /** Where one came from; the list of the app, unless something else is said. */
  back?: { href: string; text: string };
  /** Whether it takes the whole width. */
  wide?: boolean;
  /** What stands below the heading, small. */
  about?: unknown;
  /** Links and buttons beside the heading. */
  actions?: unknown;
}>;

/** A page about an item: the way back, its title, then the page itself. */
export const ItemFrame = ({ app, title, back, wide, about, actions, children }: ItemFrameProps) => (
  <main id="main" class={wide ? 'page item-page' : 'page'}>
    <p class="page-back">
      <a href={back?.href ?? `/apps/${app.id}`}>
        <Icon name="arrow-left" />
        {back?.text ?? app.name}
      </a>
    </p>
    <header class="page-head item-head">
      <Icon name={app.icon} />
      <div class="item-heading">
        <h1>{title}</h1>
        {about}
      </div>
      {actions}
    </header>
    {children}
  </main>
);
