import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { ErrorPage, type ErrorStatus } from '../../../views/layout/error-page.tsx';
import { Refused } from '../../../views/sign-in/refused.tsx';
import { SendAgain, tells } from '../../../views/sign-in/send-again.tsx';
import { isDatabaseError } from '../../db/errors.ts';
import { log } from '../../log.ts';
import { Crowded } from '../../people/sign-in/turns.ts';
import type { Anyone, Asked } from '../env.ts';
import { isHtmx } from '../htmx.ts';
import { localPath } from '../local-path.ts';
import { assets, barePage } from '../page.tsx';
import type { Typed } from './entered.ts';
import type { Form } from './upload.ts';

/** What is not there, or not theirs to see: both look the same. */
export const notFound: NotFoundHandler<Anyone> = async (c) => await failed(c, 404);

/**
 * What a handler threw. A refusal of the guards gets its own words; a full or locked disk 503: nothing happened, try again; all
 * else is a mistake of ours: the log has it under the number that the page shows.
 */
export const onError: ErrorHandler<Anyone> = async (error, c) => {
  if (error instanceof HTTPException) return await refused(c, error);
  const busy = isDatabaseError(error) || error instanceof Crowded;
  log.error(busy ? 'the request could not be taken' : 'the request failed', error, {
    requestId: c.var.requestId,
    method: c.req.method,
    // The pattern and not the path: a one-time link's secret must not end up in a log.
    route: matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path,
  });
  if (busy) c.header('Retry-After', '5');
  return await failed(c, busy ? 503 : 500);
};

const refused = async (c: Asked, error: HTTPException): Promise<Response> => {
  const { people } = c.var.words;
  switch (error.status) {
    case 400:
      return await told(c, people.bad, 400);
    case 413:
      return await told(c, people.large, 413);
    case 403:
      return await failed(c, 403);
    default:
      return error.getResponse();
  }
};

const told = async (c: Asked, words: { title: string; text: string }, status: 400 | 413): Promise<Response> => {
  if (isHtmx(c)) return c.text(words.text, status);
  const { back } = c.var.words.people;
  return await barePage(c, { title: words.title, children: <Refused {...words} href="/" link={back} /> }, status);
};

// The page's own scripts say in their own words what a status means; they put no failed answer into the page.
const failed = async (c: Asked, status: ErrorStatus): Promise<Response> => {
  const { words, requestId } = c.var;
  if (isHtmx(c)) return c.text(words.common.errors[keys[status]].text, status);
  const sent = status === 403 ? undefined : sentForm(c);
  if (sent && (status !== 404 || hasWords(sent))) return await tryAgain(c, status, sent);
  const retry = (c.req.method === 'GET' && localPath(c.req.path)) || '/';
  return await c.html(
    <ErrorPage status={status} words={words} requestId={requestId} retry={retry} assets={assets()} />,
    status,
  );
};

/**
 * What stood in the form that failed, or whose place is gone or not theirs any more: browsers forget it on pages that they
 * may not store.
 */
const sentForm = (c: Asked): Sent | undefined => {
  const sent: Asked['var'] & { form?: Pick<Form, 'fields' | 'files'>; entered?: { typed: Typed } } = c.var;
  if (sent.form) return { typed: sent.form.fields, files: sent.form.files.length > 0 };
  return sent.entered && { typed: sent.entered.typed, files: false };
};

const hasWords = ({ typed }: Sent): boolean => Object.values(typed).flat().some(tells);

type Sent = { typed: Typed; files: boolean };

const tryAgain = async (c: Asked, status: ErrorStatus, { typed, files }: Sent): Promise<Response> => {
  const { words, requestId } = c.var;
  const { title, text } = words.common.errors[keys[status]];
  const fields = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })));
  const number = status === 500 ? requestId : undefined;
  const action = status === 404 ? undefined : c.req.path;
  const props = { words, title, text, number, action, fields, files };
  const children = <SendAgain {...props} />;
  return await barePage(c, { title, children }, status);
};

const keys = { 403: 'forbidden', 404: 'notFound', 500: 'failed', 503: 'busy' } as const;
