import { SignIn } from '../../../views/sign-in/sign-in.tsx';
import type { Asked } from '../env.ts';
import { hostOf } from '../guard/address.ts';
import { isHtmx } from '../htmx.ts';
import { localPath, pathOf } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { keptText } from './kept.ts';

/**
 * Answers who has to sign in first. A page: go there and come back. A form: the sign-in page, with what was written in it.
 * The page's own scripts: 401; they keep what was typed themselves.
 */
export const askToSignIn = async (c: Asked): Promise<Response> => {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  const here = localPath(c.req.path + new URL(c.req.url).search);
  if (isHtmx(c)) return askScript(c, reads ? (pathOf(c.req.header('hx-current-url'), hostOf(c)) ?? here) : undefined);
  if (reads && isStream(c)) return c.text(c.var.words.signIn.ended, 401);
  if (reads) return c.redirect(signInPath(here), 303);
  const kept = await keptText(c);
  const next = kept?.next ?? pathOf(c.req.header('referer'), hostOf(c));
  const { words } = c.var;
  return await barePage(
    c,
    { title: words.signIn.title, children: <SignIn words={words} ended next={next} kept={kept?.kept} /> },
    401,
  );
};

/** The sign-in, after which one goes on to `next`. */
const signInPath = (next: string | undefined): string =>
  next === undefined || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;

// A page that only wanted more to show goes to the sign-in; one in which something was typed stays as it is.
const askScript = (c: Asked, next: string | undefined): Response => {
  if (next !== undefined) c.header('HX-Redirect', signInPath(next));
  return c.text(c.var.words.signIn.ended, 401);
};

const isStream = (c: Asked): boolean =>
  c.req.path.startsWith('/live') || (c.req.header('accept') ?? '').startsWith('text/event-stream');
