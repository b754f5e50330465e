import type { Answer } from './person.ts';

/** What stands in the composer of a page, as a browser would show it; undefined if there is none. */
export const composed = ({ html }: Answer): string | undefined => {
  const text = /<textarea name="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1];
  return text === undefined ? undefined : unescaped(text).replaceAll('\r\n', '\n').trim();
};

/** Why something was refused, where the page's script looks for it, too. */
export const reasonIn = ({ html }: Answer): string => unescaped(/data-reason[^>]*>([^<]*)</.exec(html)?.[1] ?? '');

/** The fields of a page's form that nobody sees. */
export const hiddenFields = ({ html }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => characters[name] ?? '');

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
