import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/**
 * A fragment that was rendered before is not rendered again: most of a page is what the last one showed, too.
 *
 * @param key everything that the fragment depends on, the language among it: whoever may see a page with another key never
 *   gets this one
 * @param render what makes the fragment; it must not wait for anything
 */
export const kept = (key: string, render: () => unknown): HtmlEscapedString => {
  const known = young.get(key) ?? old.get(key);
  if (known !== undefined) return known;
  const fragment = raw(String(render()));
  if (fragment.length > longest) return fragment;
  if (young.size >= generation) {
    old = young;
    young = new Map();
  }
  young.set(key, fragment);
  return fragment;
};

/** Characters above which a fragment is not kept: a few long letters would take the room of everything else. */
const longest = 4_000;

/** How many fragments are kept twice over: some 3 MB at a kilobyte each, 24 at the most. Of two generations the older one is forgotten. */
const generation = 1_500;

let young = new Map<string, HtmlEscapedString>();
let old = new Map<string, HtmlEscapedString>();
