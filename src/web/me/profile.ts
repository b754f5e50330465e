import { Hono } from 'hono';
import { z } from 'zod';
import { languages } from '../../i18n/language.ts';
import { changeProfile } from '../../people/profile.ts';
import type { SignedIn } from '../env.ts';
import { giveCookie } from '../guard/cookie.ts';
import { typedText } from '../guard/entered.ts';
import { lineOfText } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { languageCookie } from '../guard/language.ts';
import { say } from '../guard/say.ts';
import { signedIn } from '../guard/signed-in.ts';
import { showProfile } from './show.tsx';
import { timeZones } from './time-zones.ts';

/** A choice that we do not know counts as "by itself": these are lists and a box, nothing that one types. */
const fields = z.object({
  name: lineOfText(100).optional(),
  language: z.enum(languages).nullable().catch(null),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  timeZone: z
    .string()
    .transform((zone) => (timeZones().includes(zone) ? zone : null))
    .optional()
    .catch(undefined),
  sound: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});

export const profileRoutes = new Hono<SignedIn>()
  .get('/me', signedIn, async (c) => {
    const notice = c.req.query('saved') === undefined ? undefined : c.var.words.people.saved;
    return await showProfile(c, { notice });
  })

  .post('/me', signedIn, form(fields), async (c) => {
    const { house, person, entered, words } = c.var;
    if (!entered.ok) {
      const { typed } = entered;
      const shown = { name: typedText(typed, 'name'), errors: say(words, entered.errors) };
      return await showProfile(c, shown, 422);
    }
    const { name, timeZone, ...chosen } = entered.value;
    const given = { ...chosen, ...(name !== undefined && { name }), ...(timeZone !== undefined && { timeZone }) };
    await house.db.write((tx) => changeProfile(tx, person.id, given));
    giveCookie(c, languageCookie, chosen.language ?? '', chosen.language === null ? 0 : 365 * 86_400);
    return c.redirect('/me?saved', 303);
  });
