import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';

type MePageProps = PropsWithChildren<{ words: Words; part: 'profile' | 'security'; title: string }>;

/** A page of what people keep for themselves: its parts above, then the page itself. */
export const MePage = ({ words: { people, profile }, part, title, children }: MePageProps) => (
  <main id="main" class="page">
    <nav class="tabs" aria-label={people.me}>
      <a href="/me" aria-current={part === 'profile' ? 'page' : undefined}>
        {profile.tabs.profile}
      </a>
      <a href="/me/security" aria-current={part === 'security' ? 'page' : undefined}>
        {profile.tabs.security}
      </a>
    </nav>
    <h1>{title}</h1>
    {children}
  </main>
);
