import { createMiddleware } from 'hono/factory';
import { wordsFor } from '../../i18n/index.ts';
import type { SignedIn } from '../env.ts';
import { askToSignIn } from '../sign-in/ask.tsx';
import { askDuty, isDuty } from './duty.tsx';
import { browserLanguage } from './language.ts';

/** Finds out who asks, and sends everybody else to the sign-in, and whoever has to do something first to that. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const found = await c.var.signIns.find(c.req.header('cookie'));
  if (!found) return await askToSignIn(c);
  const { person, signIn, setCookie, duty } = found;
  const language = person.language ?? browserLanguage(c);
  c.set('person', { ...person, language });
  c.set('words', wordsFor(language, person.timeZone));
  c.set('signIn', signIn);
  c.set('duty', duty);
  c.set('cursor', c.var.house.db.facts.cursor());
  if (setCookie) c.header('Set-Cookie', setCookie, { append: true });
  if (duty && !isDuty(duty, c.req.path)) return await askDuty(c, duty);
  return await next();
});
