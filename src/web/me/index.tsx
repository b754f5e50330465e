import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { Me } from '../../../views/me/me.tsx';
import { languages } from '../../i18n/language.ts';
import { preferencesOf, setPreferences } from '../../people/preferences.ts';
import type { SignedIn } from '../env.ts';
import { form } from '../guard/form.ts';
import { languageCookie } from '../guard/language.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';

/** A choice that we do not know counts as "by itself": these are lists and a box, nothing that one types. */
const fields = z.object({
  language: z.enum(languages).nullable().catch(null),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  sound: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});

export const meRoutes = new Hono<SignedIn>()
  .get('/me', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const mine = await preferencesOf(house.db.read, person.id);
    if (!mine) return c.notFound();
    const children = <Me words={words} {...mine} language={mine.language ?? ''} />;
    const notice = c.req.query('saved') === undefined ? undefined : words.people.saved;
    return await page(c, { title: words.people.me, section: 'me', children, notice });
  })

  .post('/me', signedIn, form(fields), async (c) => {
    const { house, person, entered } = c.var;
    if (!entered.ok) return c.redirect('/me', 303);
    const chosen = entered.value;
    await house.db.write((tx) => setPreferences(tx, person.id, chosen));
    const secure = house.config.publicUrl?.startsWith('https:') ?? false;
    setCookie(c, languageCookie, chosen.language ?? '', {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      maxAge: chosen.language === null ? 0 : 365 * 86_400,
    });
    return c.redirect('/me?saved', 303);
  });
