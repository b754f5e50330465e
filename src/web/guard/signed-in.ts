import { createMiddleware } from 'hono/factory';
import { wordsFor } from '../../i18n/index.ts';
import type { SignedIn } from '../env.ts';
import { askToSignIn } from '../sign-in/ask.tsx';
import { browserLanguage } from './language.ts';

/** Finds out who asks, and sends everybody else to the sign-in. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const found = await c.var.signIns.find(c.req.header('cookie'));
  if (!found) return await askToSignIn(c);
  const { person, signIn, setCookie } = found;
  const language = person.language ?? browserLanguage(c);
  c.set('person', { ...person, language });
  c.set('words', wordsFor(language));
  c.set('signIn', signIn);
  c.set('cursor', c.var.house.db.facts.cursor());
  if (setCookie) c.header('Set-Cookie', setCookie, { append: true });
  return await next();
});
