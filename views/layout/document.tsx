import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import type { Theme } from '../../src/people/person.ts';

/** Where the built files lie; their addresses carry a hash. `own`, `styles`: what this one page has beside; `dev` only while one works on the product. */
export type Assets = {
  script: string;
  style: string;
  own?: readonly string[];
  styles?: readonly string[];
  liveWorker?: string;
  dev?: string;
};

type DocumentProps = PropsWithChildren<{
  title: string;
  words: Words;
  assets: Assets;
  theme: Theme;
  /** The person's id, where somebody is signed in. */
  me?: string;
}>;

/**
 * The shell of every page: `<html>` and its head. `children` is the `<body>`. What htmx has to know is said here too: it may not
 * add a style of its own, and what a failed server answers is never put into a page.
 */
export const Document = ({ title, words, assets, theme, me, children }: DocumentProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={words.language} data-language={words.language} data-theme={theme} data-me={me} data-zone={words.zone}>
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(title, words)}</title>
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false,"noSwap":[204,304,401,"5xx"]}' />
        <meta name="words" content={JSON.stringify(words.common.browser)} />
        <link rel="stylesheet" href={assets.style} />
        {assets.styles?.map((style) => (
          <link rel="stylesheet" href={style} />
        ))}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script src={assets.script} defer />
        {assets.own?.map((script) => (
          <script src={script} defer />
        ))}
        {assets.dev !== undefined && <script src={assets.dev} defer />}
      </head>
      {children}
    </html>
  </>
);

/** What stands in the browser's tab: the page's title and the product. */
export const titleOf = (title: string, words: Words): string =>
  title === words.common.product ? title : `${title} · ${words.common.product}`;
