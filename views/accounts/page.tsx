import type { PropsWithChildren } from 'hono/jsx';
import { Icon } from '../icons/icon.tsx';

type Props = PropsWithChildren<{ title: string; back: string; backText: string }>;

/** A page about accounts: the way back, its heading, and what it shows. */
export const AccountsPage = ({ title, back, backText, children }: Props) => (
  <main id="main" class="page accounts">
    <p class="page-back">
      <a href={back}>
        <Icon name="arrow-left" />
        {backText}
      </a>
    </p>
    <h1>{title}</h1>
    {children}
  </main>
);
