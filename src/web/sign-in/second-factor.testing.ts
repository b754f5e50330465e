import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../people/password/password.ts';
import { createUser } from '../../people/users.ts';
import { type Browser, openHouse, password } from '../testing.ts';

/** Who signs in. */
export const email = 'admin@example.com';

/** What the app shows for a secret, `off` seconds from now. */
export const codeOf = (secret: string, off = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + off * 1000 });

/** Sets a second factor up in a browser that is signed in, as people do, and answers its secret and recovery codes. */
export const setUp = async (browser: Browser): Promise<{ secret: string; codes: readonly string[] }> => {
  await browser.post('/me/second-factor');
  const { html } = await browser.get('/me/second-factor/set-up');
  const secret = secretIn(html);
  // A code of the step before: the present one and the next can still be used.
  const shown = await browser.post('/me/second-factor/set-up', { code: codeOf(secret, -30) });
  return { secret, codes: codesIn(shown.html) };
};

/** The key that the set-up page shows in groups of four. */
export const secretIn = (html: string): string =>
  (/<output[^>]*>([A-Z2-7 ]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');

/** The recovery codes on a page. */
export const codesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<code>([0-9a-z-]{14})<\/code>/g)].map(([, code = '']) => code);

/** A company whose administrator Ada has a second factor, and Boris, who has none. */
export const protectedHouse = async () => {
  const open = await openHouse();
  const { db, adminId } = open;
  const passwordHash = await hashPassword(password);
  const boris = { name: 'Boris', email: 'boris@example.com', passwordHash, groupIds: [], at: 2 };
  const borisId = await db.write((tx) => createUser(tx, adminId, boris));
  const ada = open.browser();
  await ada.signIn(email, password);
  const { secret, codes } = await setUp(ada);
  return { ...open, ada, borisId, secret, codes };
};
