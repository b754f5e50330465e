import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { audit } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { addLine } from '../../lines/testing.ts';
import { setLogLevel } from '../../log.ts';
import { type Browser, openHouse, password } from '../testing.ts';

/** What must never stand where it does not belong, by what it is. */
const secrets: Record<string, string> = {
  'the first password': password,
  'a given password': 'given to Bea by hand',
  'a chosen password': 'chosen by Bea alone',
  'an invited person’s password': 'chosen by Cid alone',
  'a wrong password': 'typed by a stranger',
  'a new password': 'a horse of another colour',
  'a message': 'Why is my pay so low?',
};

/** Every cookie that was given, every answer's headers, what was logged, and the audit log: of one company's whole day, by HTTPS. */
const day = {
  cookies: new Set<string>(),
  headers: [] as Headers[],
  logged: '',
  audited: '',
  actions: new Set<string>(),
};

beforeAll(async () => {
  const terminal = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    day.logged += String(line);
    return true;
  });
  setLogLevel('debug');
  await live();
  setLogLevel('info');
  terminal.mockRestore();
}, 60_000);

describe('behind HTTPS', () => {
  test('every cookie belongs to this host alone, and neither scripts nor plain requests get at it', () => {
    const names = [...day.cookies].map((cookie) => cookie.split('=')[0]);
    const all = ['__Host-known', '__Host-known-code', '__Host-language', '__Host-lines', '__Host-lines-code'];
    expect([...new Set(names)].sort()).toEqual(all);
    for (const cookie of day.cookies) {
      expect(cookie, cookie).toMatch(/; Path=\/(;|$)/);
      for (const rule of ['; Secure', '; HttpOnly', '; SameSite=Lax']) expect(cookie, cookie).toContain(rule);
      expect(cookie, cookie).not.toMatch(/; Domain/i);
    }
  });

  test('every answer holds browsers to it', () => {
    expect(day.headers.length).toBeGreaterThan(20);
    for (const headers of day.headers) expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('no secret stands', () => {
  test.each(['audited', 'logged'] as const)('in what is %s', (where) => {
    const held = Object.entries(secrets).filter(([, secret]) => stands(secret, day[where]));
    expect(held.map(([what]) => what)).toEqual([]);
  });

  test('though all of it happened, and was logged', () => {
    expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(7 + 11);
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(5);
      expect(stands(secret, JSON.stringify([secret])), what).toBe(true);
    }
    expect(day.logged).toContain('the request failed');
    expect(day.logged).toContain('/password/:token');
    expect([...day.actions].sort()).toEqual(
      expect.arrayContaining([
        'group.created',
        'group.joined',
        'user.changed',
        'user.created',
        'user.deactivated',
        'user.password-changed',
        'user.password-link-created',
        'user.recovery-code-used',
        'user.recovery-codes-made',
        'user.second-factor-removed',
        'user.second-factor-set-up',
        'user.sign-ins-ended',
      ]),
    );
  });
});

/** Plays all that people do with passwords, links, codes and cookies, and remembers each secret as it is given out. */
async function live(): Promise<void> {
  const { db, browser: open, house } = await openHouse({ PUBLIC_URL: 'https://lines.example.org' });
  const browser = () => watched(open({ host: 'lines.example.org' }));
  const s = (what: string): string => secrets[what] ?? '';
  const ada = browser();
  await ada.signIn('admin@example.com', s('a wrong password'));
  await ada.signIn('admin@example.com', password);
  await ada.post('/me', { name: 'Ada Lovelace', language: 'en', theme: 'auto' });
  const support = (await ada.post('/admin/groups', { name: 'Support' })).location?.split('/').at(-1) ?? '';

  // Somebody with a password, who changes it by a link and by themselves.
  const [beaId, cidId] = [newId(), newId()];
  const bea = { id: beaId, name: 'Bea', email: 'bea@example.com', password: s('a given password'), groups: [support] };
  await ada.post('/admin/users', bea);
  const { html: withLink } = await ada.post(`/admin/users/${beaId}/password-link`);
  secrets['a one-time link'] = tokenIn(withLink);
  const hers = browser();
  await hers.get(`/password/${s('a one-time link')}`);
  await hers.post(`/password/${s('a one-time link')}`, { password: s('a chosen password') });
  const line = await addLine(db, 'Payroll', { people: [beaId] });
  await hers.post(`/messages/${line}/messages`, { id: newId(), text: s('a message') });
  await hers.post('/me/password', { current: s('a chosen password'), password: s('a new password') });

  // Somebody invited.
  const { html: invited } = await ada.post('/admin/users', {
    id: cidId,
    name: 'Cid',
    email: 'cid@example.com',
    password: '',
  });
  secrets['an invitation'] = tokenIn(invited);
  const write = db.write;
  db.write = () => Promise.reject(new TypeError('broken'));
  await browser().post(`/password/${s('an invitation')}`, { password: s('an invited person’s password') });
  db.write = write;
  await browser().post(`/password/${s('an invitation')}`, { password: s('an invited person’s password') });

  // A second factor, from its first code to its end.
  await ada.post('/me/second-factor');
  const { html: setUp } = await ada.get('/me/second-factor/set-up');
  const secret = /otpauth:[^"]*[?&;]secret=([A-Z2-7]+)/.exec(setUp)?.[1] ?? '';
  secrets['the secret of a second factor'] = secret;
  const code = new TOTP({ secret }).generate();
  secrets['a code of a second factor'] = code;
  const { html: confirmed } = await ada.post('/me/second-factor/set-up', { code });
  const codes = [...confirmed.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, one = '']) => one);
  for (const [place, one] of codes.slice(0, 3).entries()) secrets[`recovery code ${place}`] = one;
  const phone = browser();
  await phone.signIn('admin@example.com', password);
  await phone.post('/sign-in/code', { code: codes[0] ?? '' });
  await ada.post('/me/second-factor/recovery-codes', { password });
  await ada.post('/me/second-factor/removal', { password });
  await ada.post('/me/sign-ins/closure', { which: 'others' });
  await ada.post(`/admin/users/${beaId}/activation`, { active: 'no' });
  await ada.post('/sign-out');

  for (const [place, cookie] of [...day.cookies].entries()) {
    const [, name = '', value = ''] = /^(?:__Host-)?([^=]*)=([^;]*)/.exec(cookie) ?? [];
    if (value && name !== 'language') secrets[`the cookie ${name} ${place}`] = decodeURIComponent(value);
  }
  const entries = await db.read.select().from(audit);
  day.audited = JSON.stringify(entries);
  for (const { action } of entries) day.actions.add(action);
  await house.hub.close();
}

/** Whether a text holds the secret by itself: the six digits of a code may well be a part of some id or time. */
const stands = (secret: string, text: string): boolean =>
  new RegExp(`(?<![\\w-])${RegExp.escape(secret)}(?![\\w-])`).test(text);

const tokenIn = (html: string): string => /\/password\/([\w-]{20,})/.exec(html)?.[1] ?? '';

const watched = (browser: Browser): Browser => {
  const note = async (answer: ReturnType<Browser['get']>) => {
    const { set, headers } = await answer;
    for (const cookie of set) day.cookies.add(cookie);
    day.headers.push(headers);
    return await answer;
  };
  return {
    get: (...asked) => note(browser.get(...asked)),
    post: (...asked) => note(browser.post(...asked)),
    signIn: (...asked) => note(browser.signIn(...asked)),
  };
};
