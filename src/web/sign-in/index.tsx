import { Hono } from 'hono';
import { parse, serialize } from 'hono/utils/cookie';
import { z } from 'zod';
import { SignIn } from '../../../views/sign-in/sign-in.tsx';
import { attempt } from '../../people/attempt.ts';
import { Crowded } from '../../people/turns.ts';
import { saveDraft } from '../../sessions/drafts.ts';
import type { Anyone, Asked } from '../env.ts';
import { addressOf } from '../guard/address.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { form } from '../guard/form.ts';
import { signInFrom } from '../guard/sign-in-from.ts';
import { localPath } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { draftPlace, keptIn } from './kept.ts';

const fields = z.object({ email: z.string().max(1000), password: z.string().max(1000) });

export const signInRoutes = new Hono<Anyone>()
  .get('/sign-in', async (c) => {
    const next = localPath(c.req.query('next'));
    if (await c.var.signIns.find(c.req.header('cookie'))) return c.redirect(next ?? '/', 303);
    const { words } = c.var;
    return await barePage(c, { title: words.signIn.title, children: <SignIn words={words} next={next} /> });
  })

  .post('/sign-in', form(fields), async (c) => {
    const { entered } = c.var;
    if (!entered.ok) return await again(c, entered.typed, c.var.words.signIn.wrong, 422);
    const outcome = await tryOnce(c, entered.value);
    if (outcome === 'crowded') {
      c.header('Retry-After', '5');
      return await again(c, entered.typed, c.var.words.signIn.crowded, 503);
    }
    if ('userId' in outcome) return await letIn(c, outcome, entered.typed);
    if (outcome.refused === 'wrong') return await again(c, entered.typed, c.var.words.signIn.wrong, 422);
    c.header('Retry-After', String(outcome.seconds));
    return await again(c, entered.typed, c.var.words.signIn.slow(outcome.seconds), 429);
  })

  .post('/sign-out', async (c) => {
    const cookies = c.req.header('cookie');
    const cookie = await c.var.house.db.write((tx) => c.var.signIns.end(tx, cookies));
    c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/sign-in', 303);
  });

/** Tells the browser of somebody who knew the password from those of strangers, should they share an address. */
const markName = 'known';

const markCookie = (c: Asked, mark: string): string =>
  serialize(markName, mark, {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.house.config.publicUrl?.startsWith('https:') ?? false,
    maxAge: 365 * 86_400,
  });

const tryOnce = async (c: Asked, given: { email: string; password: string }) => {
  try {
    const mark = parse(c.req.header('cookie') ?? '', markName)[markName];
    return await attempt(c.var.house.db.read, c.var.patience, { ...given, address: addressOf(c), mark });
  } catch (error) {
    if (error instanceof Crowded) return 'crowded';
    throw error;
  }
};

const letIn = async (c: Asked, { userId, mark }: { userId: string; mark: string }, typed: Typed): Promise<Response> => {
  const kept = keptIn(typed);
  const place = kept && draftPlace(kept.place);
  const cookie = await c.var.house.db.write(async (tx) => {
    if (kept && place && kept.text !== '') await saveDraft(tx, userId, place, kept.text, Date.now());
    return await c.var.signIns.start(tx, userId, signInFrom(c));
  });
  c.header('Set-Cookie', cookie, { append: true });
  c.header('Set-Cookie', markCookie(c, mark), { append: true });
  return c.redirect(localPath(typedText(typed, 'next')) ?? '/', 303);
};

const again = async (c: Asked, typed: Typed, error: string, status: 422 | 429 | 503): Promise<Response> => {
  const { words } = c.var;
  const props = {
    words,
    error,
    email: typedText(typed, 'email'),
    next: localPath(typedText(typed, 'next')),
    kept: keptIn(typed),
  };
  return await barePage(c, { title: words.signIn.title, children: <SignIn {...props} /> }, status);
};
