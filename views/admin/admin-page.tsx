import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';

/** The parts of the section Admin, in the order of their tabs, each at the address of its name. */
const parts = ['users', 'groups', 'units', 'security', 'audit'] as const;

type AdminPageProps = PropsWithChildren<{ words: Words; part: (typeof parts)[number]; title: string }>;

/** A page of the section Admin: its parts above, then the page itself. */
export const AdminPage = ({ words: { people }, part, title, children }: AdminPageProps) => (
  <main id="main" class="page">
    <nav class="tabs" aria-label={people.admin}>
      {parts.map((one) => (
        <a href={`/admin/${one}`} aria-current={part === one ? 'page' : undefined}>
          {people.parts[one]}
        </a>
      ))}
    </nav>
    <h1>{title}</h1>
    {children}
  </main>
);
