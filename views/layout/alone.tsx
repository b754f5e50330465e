import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import type { Person } from '../../src/people/person.ts';
import { type Assets, Document } from './document.tsx';

type AloneProps = PropsWithChildren<{ title: string; words: Words; person: Person; assets: Assets }>;

/**
 * A page of somebody signed in to whom nothing else is open yet: no sections, no counters, and the way out. `children` is its
 * `<main id="main">`.
 */
export const Alone = ({ title, words, person, assets, children }: AloneProps) => (
  <Document title={title} words={words} assets={assets} theme={person.theme} me={person.id}>
    <body class="alone">
      <header class="alone-head">
        <span class="wordmark">{words.common.product}</span>
        <form method="post" action="/sign-out">
          <button type="submit" class="button">
            {words.common.signOut}
          </button>
        </form>
      </header>
      {children}
    </body>
  </Document>
);
