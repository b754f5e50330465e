import { DutyFirst } from '../../../views/sign-in/duty-first.tsx';
import type { Duty } from '../../people/sign-in/duty.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isHtmx } from '../htmx.ts';
import { localPath, pathOf } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { keepDraft, keptText } from '../sign-in/kept.ts';
import { hostOf } from './address.ts';

const paths = { password: '/me/password', 'second-factor': '/me/second-factor' } as const;

/** Whether an address belongs to what the person has to do. */
export const isDuty = (duty: Duty, path: string): boolean => path === paths[duty] || path.startsWith(`${paths[duty]}/`);

/**
 * Answers somebody who has to do something first. A page: go there, and come back. A message or a draft that was sent: it is kept,
 * and a page says what comes first. The page's own scripts and its stream: 401, as to somebody who is not signed in, whom
 * they lead to where everything is sorted out.
 */
export const askDuty = async (c: Asked<SignedIn>, duty: Duty): Promise<Response> => {
  const { words, house, person } = c.var;
  const { title, text, short } = words.secondFactor.duty;
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (isHtmx(c)) {
    const here = pathOf(c.req.header('hx-current-url'), hostOf(c));
    if (reads) c.header('HX-Redirect', withNext(duty, here));
    return c.text(short[duty], 401);
  }
  if (reads && c.req.path.startsWith('/live')) return c.text(short[duty], 401);
  if (reads) return c.redirect(withNext(duty, localPath(c.req.path + new URL(c.req.url).search)), 303);
  const sent = await keptText(c);
  if (sent) await house.db.write((tx) => keepDraft(tx, person.id, sent.kept));
  const next = sent?.next ?? pathOf(c.req.header('referer'), hostOf(c));
  const props = { words, duty, text: text[duty], kept: sent !== undefined, href: withNext(duty, next) };
  return await barePage(c, { title, children: <DutyFirst {...props} /> }, 403);
};

const withNext = (duty: Duty, next: string | undefined): string =>
  next === undefined || next === '/' ? paths[duty] : `${paths[duty]}?next=${encodeURIComponent(next)}`;
