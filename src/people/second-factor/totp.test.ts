import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newTotpSecret, readCode, totpAddress } from './totp.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ';
const at = 1_764_000_015_000;
const step = Math.floor(at / 30_000);

/** The code that a phone shows whose clock is `off` seconds ahead of ours. */
const shown = (off: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + off * 1000 });

test('the numbers of RFC 6238 come out', () => {
  // Appendix B: the secret "12345678901234567890", at 59 s, the last six of eight digits.
  const known = Secret.fromLatin1('12345678901234567890').base32;
  expect(readCode(known, '287082', 0, 59_000)).toEqual({ step: 1 });
  expect(readCode(known, '005924', 0, 1_234_567_890_000)).toEqual({ step: 41_152_263 });
});

test.each([0, -30, 30])('a code is taken from a clock that is %i s off', (off) => {
  expect(readCode(secret, shown(off), 0, at)).toEqual({ step: step + off / 30 });
});

test.each([-90, 90, -60, 60, -300, 300])('a clock that is %i s off is told by how much, and not let in', (off) => {
  expect(readCode(secret, shown(off), 0, at)).toEqual({ refused: 'clock', seconds: off });
});

test('a clock that is further off, and any other code, is just wrong', () => {
  expect(readCode(secret, shown(330), 0, at)).toEqual({ refused: 'wrong' });
  expect(readCode(secret, shown(-3_600), 0, at)).toEqual({ refused: 'wrong' });
  const shownNearby = new Set(Array.from({ length: 21 }, (_, i) => shown((i - 10) * 30)));
  const other = ['000000', '111111', '222222'].find((code) => !shownNearby.has(code)) ?? '';
  expect(readCode(secret, other, 0, at)).toEqual({ refused: 'wrong' });
  expect(readCode(secret, '1', 0, at)).toEqual({ refused: 'wrong' });
});

test('no code of a step that was used, or of one before it, is taken', () => {
  expect(readCode(secret, shown(0), step, at)).toEqual({ refused: 'used' });
  expect(readCode(secret, shown(-30), step, at)).toEqual({ refused: 'used' });
  expect(readCode(secret, shown(30), step, at)).toEqual({ step: step + 1 });
});

test('the address that an app takes over holds company, email and secret', () => {
  const address = totpAddress(secret, 'Harbour & Sons', 'ada@example.com');
  const parsed = new URL(address);
  expect(address).toMatch(/^otpauth:\/\/totp\/Harbour%20%26%20Sons:ada%40example\.com\?/);
  expect(parsed.searchParams.get('secret')).toBe(secret);
  expect(parsed.searchParams.get('issuer')).toBe('Harbour & Sons');
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});
