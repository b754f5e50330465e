import { Hono } from 'hono';
import { z } from 'zod';
import { SignIn } from '../../../views/sign-in/sign-in.tsx';
import { NotDone, orRefusal } from '../../people/refusal.ts';
import { type AttemptOutcome, attempt, stillFits } from '../../people/sign-in/attempt.ts';
import { Crowded } from '../../people/sign-in/turns.ts';
import type { Anyone, Asked } from '../env.ts';
import { addressOf } from '../guard/address.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { form } from '../guard/form.ts';
import { localPath } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { admit, goOn } from './admit.ts';
import { showCode } from './code.tsx';
import { giveMark, markOf, passwordMark } from './cookies.ts';
import { keepDraft, keptIn } from './kept.ts';
import { askPassword } from './password-again.tsx';

const fields = z.object({ email: z.string().max(1000), password: z.string().max(1000) });

export const signInRoutes = new Hono<Anyone>()
  .get('/sign-in', async (c) => {
    const next = localPath(c.req.query('next'));
    if (await c.var.signIns.find(c.req.header('cookie'))) return c.redirect(next ?? '/', 303);
    const { words } = c.var;
    const ended = c.req.query('ended') !== undefined;
    return await barePage(c, {
      title: words.signIn.title,
      children: <SignIn words={words} ended={ended} next={next} />,
    });
  })

  .post('/sign-in', form(fields), async (c) => {
    const { entered } = c.var;
    if (!entered.ok) return await askPassword(c, entered.typed, c.var.words.signIn.wrong);
    const outcome = await tryOnce(c, entered.value);
    if (outcome === 'crowded') {
      c.header('Retry-After', '5');
      return await askPassword(c, entered.typed, c.var.words.signIn.crowded, 503);
    }
    if ('userId' in outcome) return await letIn(c, outcome, entered.typed);
    if (outcome.refused === 'wrong') return await askPassword(c, entered.typed, c.var.words.signIn.wrong);
    c.header('Retry-After', String(outcome.seconds));
    return await askPassword(c, entered.typed, c.var.words.signIn.slow(outcome.seconds), 429);
  })

  .post('/sign-out', async (c) => {
    const cookies = c.req.header('cookie');
    const cookie = await c.var.house.db.write((tx) => c.var.signIns.end(tx, cookies));
    c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/sign-in', 303);
  });

const tryOnce = async (c: Asked, given: { email: string; password: string }) => {
  try {
    const mark = markOf(c, passwordMark);
    return await attempt(c.var.house.db.read, c.var.patience, { ...given, address: addressOf(c), mark });
  } catch (error) {
    if (error instanceof Crowded) return 'crowded';
    throw error;
  }
};

type Right = Extract<AttemptOutcome, { userId: string }>;

/** Lets whoever knew the password in, or asks for the code of their second factor: what was kept goes along to it. */
const letIn = async (c: Asked, right: Right, typed: Typed): Promise<Response> => {
  const { userId, mark } = right;
  const admitted = await orRefusal(
    c.var.house.db.write(async (tx) => {
      if (!(await stillFits(tx, right))) throw new NotDone('missing');
      const admission = await admit(c, tx, userId);
      if ('cookie' in admission) await keepDraft(tx, userId, keptIn(typed));
      return admission;
    }),
  );
  if ('refused' in admitted) return await askPassword(c, typed, c.var.words.signIn.wrong);
  const to = goOn(c, admitted.done, localPath(typedText(typed, 'next')));
  if ('cookie' in admitted.done) giveMark(c, passwordMark, mark);
  else if (keptIn(typed)) return await showCode(c, typed, {}, 200);
  return c.redirect(to, 303);
};
