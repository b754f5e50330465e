import { Hono } from 'hono';
import { z } from 'zod';
import { Code } from '../../../views/sign-in/code.tsx';
import { type Answered, answerChallenge } from '../../people/second-factor/answer.ts';
import { findChallenge } from '../../people/second-factor/challenge.ts';
import type { Anyone, Asked } from '../env.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { form } from '../guard/form.ts';
import { signInFrom } from '../guard/sign-in-from.ts';
import { localPath } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { sayRefusal } from '../second-factor.ts';
import { challengeOf, codeMark, giveChallenge, giveMark, markOf } from './cookies.ts';
import { keepDraft, keptIn } from './kept.ts';
import { askPassword } from './password-again.tsx';

const fields = z.object({ code: z.string().max(200), with: z.enum(['app', 'recovery']).optional().catch(undefined) });

/** The second step of signing in, for whoever has a second factor. */
export const codeRoutes = new Hono<Anyone>()
  .get('/sign-in/code', async (c) => {
    const next = localPath(c.req.query('next'));
    const token = challengeOf(c);
    const waits = token !== undefined && (await findChallenge(c.var.house.db.read, token, Date.now()));
    if (waits) return await showCode(c, { next: next ?? '' }, {}, 200);
    return c.redirect(next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`, 303);
  })

  .post('/sign-in/code', form(fields), async (c) => {
    const { entered } = c.var;
    const { typed } = entered;
    const { words } = c.var;
    if (!entered.ok) return await showCode(c, typed, { error: sayRefusal(words, { refused: 'wrong' }) }, 422);
    const { code, with: other } = entered.value;
    // Another kind of code is asked for: nothing was tried.
    if (other !== undefined) return await showCode(c, typed, { recovery: other === 'recovery' }, 200);
    const outcome = await answer(c, code, typed);
    if ('done' in outcome) {
      c.header('Set-Cookie', outcome.done, { append: true });
      giveChallenge(c, undefined);
      giveMark(c, codeMark, outcome.mark);
      return c.redirect(localPath(typedText(typed, 'next')) ?? '/', 303);
    }
    if (outcome.refused === 'over') {
      giveChallenge(c, undefined);
      return await askPassword(c, typed, words.secondFactor.code.over);
    }
    const error = sayRefusal(
      words,
      isOfApp(typed, code) && outcome.refused === 'spent' ? { refused: 'wrong' } : outcome,
    );
    if (outcome.refused !== 'slow') return await showCode(c, typed, { error }, 422);
    c.header('Retry-After', String(outcome.seconds));
    return await showCode(c, typed, { error }, 429);
  });

/** Some digits too few where the app's code is asked for are a slip, no recovery code that was used. */
const isOfApp = (typed: Typed, code: string): boolean => typedText(typed, 'recovery') === '' && /^[\d\s-]*$/.test(code);

const answer = (c: Asked, code: string, typed: Typed): Promise<Answered<string>> => {
  const { house, codePatience: patience, signIns } = c.var;
  const given = { token: challengeOf(c), typed: code, mark: markOf(c, codeMark), at: Date.now() };
  return answerChallenge({ db: house.db, secrets: house.secrets, patience }, given, async (tx, userId) => {
    await keepDraft(tx, userId, keptIn(typed));
    return await signIns.start(tx, userId, signInFrom(c));
  });
};

/** The page that asks for the code; `typed` is what the form before it carried. */
export const showCode = async (
  c: Asked,
  typed: Typed,
  shown: { error?: string; recovery?: boolean },
  status: 200 | 422 | 429,
): Promise<Response> => {
  const { words } = c.var;
  const { title, recoveryTitle } = words.secondFactor.code;
  const { error, recovery = typedText(typed, 'recovery') !== '' } = shown;
  const props = { words, recovery, error, next: localPath(typedText(typed, 'next')), kept: keptIn(typed) };
  return await barePage(c, { title: recovery ? recoveryTitle : title, children: <Code {...props} /> }, status);
};
