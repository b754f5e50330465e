import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import { type Assets, Document } from './document.tsx';

type BareProps = PropsWithChildren<{ title: string; words: Words; assets: Assets }>;

/** A page of nobody in particular (set-up, sign-in, errors): one quiet column in the middle. */
export const Bare = ({ title, words, assets, children }: BareProps) => (
  <Document title={title} words={words} assets={assets} theme="auto">
    <body class="bare">
      <main id="main" class="bare-main">
        <p class="wordmark">{words.common.product}</p>
        {children}
      </main>
    </body>
  </Document>
);
