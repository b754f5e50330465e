import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';

type AdminPageProps = PropsWithChildren<{ words: Words; part: 'users' | 'groups'; title: string }>;

/** A page of the section Admin: its parts above, then the page itself. */
export const AdminPage = ({ words: { people }, part, title, children }: AdminPageProps) => (
  <main id="main" class="page">
    <nav class="tabs" aria-label={people.admin}>
      <a href="/admin/users" aria-current={part === 'users' ? 'page' : undefined}>
        {people.users}
      </a>
      <a href="/admin/groups" aria-current={part === 'groups' ? 'page' : undefined}>
        {people.groups}
      </a>
    </nav>
    <h1>{title}</h1>
    {children}
  </main>
);
