import { createHash } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Alone } from '../../views/layout/alone.tsx';
import { Bare } from '../../views/layout/bare.tsx';
import type { Assets } from '../../views/layout/document.tsx';
import { Frame } from '../../views/layout/frame.tsx';
import type { Section } from '../../views/layout/rail.tsx';
import { countersFor } from '../sessions/counters.ts';
import type { Counters } from '../sessions/shapes.ts';
import { asset, hasAsset } from './assets.ts';
import type { Asked, SignedIn } from './env.ts';

type PageProps = {
  title: string;
  section: Section;
  children: Child;
  notice?: string | undefined;
  /** What no other page needs, as `asset` names it: `org-tree.js`. Runs after the script that every page has. */
  scripts?: readonly string[];
  /** The same for what it looks like: `apps.css`. */
  styles?: readonly string[];
  /** Where they are known already. */
  counters?: Counters;
};

/**
 * A page of whoever is signed in. `children` is its `<main id="main">`, rendered from queries of this very request: the
 * cursor was read before any of them.
 */
export const page = async (
  c: Asked<SignedIn>,
  { title, section, children, notice, scripts = [], styles = [], counters: known }: PageProps,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const { house, person, words, cursor, signIn, requestId, duty } = c.var;
  const all = { ...assets(), own: scripts.map(asset), styles: styles.map(asset) };
  // The rest of the product is shut, its counters and its stream with it.
  if (duty) return c.html(<Alone {...{ title, words, person, assets: all }}>{children}</Alone>, status);
  const counters = known ?? (await countersFor(house.db.read, person.id));
  const props = {
    title,
    section,
    person,
    words,
    counters,
    cursor,
    notice,
    isAnswer: c.req.method === 'POST',
    liveKey: liveKeyOf(signIn),
    press: requestId,
    assets: all,
  };
  return c.html(<Frame {...props}>{children}</Frame>, status);
};

/** A page for whoever is not signed in: one column, no sections. */
export const barePage = (
  c: Asked,
  { title, children }: { title: string; children: Child },
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> => {
  const { words } = c.var;
  return c.html(
    <Bare title={title} words={words} assets={assets()}>
      {children}
    </Bare>,
    status,
  );
};

/** Where the page finds its script and its style. */
export const assets = (): Assets => ({
  script: asset('app.js'),
  style: asset('app.css'),
  liveWorker: asset('live-worker.js'),
  ...(hasAsset('dev.js') && { dev: asset('dev.js') }),
});

/** Names the stream that the tabs of one sign-in share, without telling what the database knows the sign-in by. */
const liveKeyOf = (signIn: string): string =>
  createHash('sha256').update(`live ${signIn}`).digest('base64url').slice(0, 16);
