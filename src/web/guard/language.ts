import { createMiddleware } from 'hono/factory';
import { wordsFor } from '../../i18n/index.ts';
import { type Language, languages } from '../../i18n/language.ts';
import type { Anyone, Asked } from '../env.ts';
import { readCookie } from './cookie.ts';

/** The cookie that remembers what was last chosen on this browser, for the pages before the sign-in. */
export const languageCookie = 'language';

/** Speaks the browser's language until it is known who looks. */
export const language = createMiddleware<Anyone>(async (c, next) => {
  c.set('words', wordsFor(browserLanguage(c)));
  await next();
});

/** The language that was last chosen on this browser, else the one it asks for that we speak. */
export const browserLanguage = (c: Asked): Language =>
  known(readCookie(c, languageCookie)) ?? preferred(c.req.header('accept-language') ?? '');

const known = (word: string | undefined): Language | undefined => languages.find((language) => language === word);

const preferred = (header: string): Language => {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
    return { language: known(tag.split('-')[0]), quality: quality === undefined ? 1 : Number(quality) };
  });
  const spoken = wishes.filter((wish) => wish.language !== undefined && wish.quality > 0);
  return spoken.sort((a, b) => b.quality - a.quality)[0]?.language ?? 'en';
};
