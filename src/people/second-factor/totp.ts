import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code is shown. */
const stepSeconds = 30;

/** A new secret, as Base32: what an app on a phone is given. 160 bits, as the standard wants. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address with which an app takes a secret over, from a QR code or a press on it. */
export const totpAddress = (secret: string, company: string, email: string): string =>
  new TOTP({ issuer: company, label: email, secret: Secret.fromBase32(secret) }).toString();

/**
 * What a code is worth: the step that it belongs to, or why it is not taken. `used`: it was taken before, or a later one was.
 * `clock`: it fits another time, `seconds` from now; above zero, the clock that made it is ahead of ours.
 */
export type CodeOutcome = { step: number } | { refused: 'wrong' | 'used' } | { refused: 'clock'; seconds: number };

/** Steps before and after the present one whose codes are taken: for the time it takes to type, as RFC 6238 advises in 5.2. */
const window = 1;

/** Steps before and after the present one up to which a code tells how far off a clock is. */
const farthest = 10;

/**
 * @param code six digits
 * @param lastStep the step of the last code that was taken
 * @param at ms since 1970, UTC
 */
export const readCode = (secret: string, code: string, lastStep: number, at: number): CodeOutcome => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: stepSeconds });
  const now = Math.floor(at / 1000 / stepSeconds);
  const fits = nearestFirst
    .map((off) => now + off)
    .filter((step) => same(totp.generate({ timestamp: step * stepSeconds * 1000 }), code));
  const near = fits.filter((step) => Math.abs(step - now) <= window);
  const unused = near.find((step) => step > lastStep);
  if (unused !== undefined) return { step: unused };
  if (near.length > 0) return { refused: 'used' };
  const [far] = fits;
  return far === undefined ? { refused: 'wrong' } : { refused: 'clock', seconds: (far - now) * stepSeconds };
};

const nearestFirst = Array.from({ length: 2 * farthest + 1 }, (_, i) => i - farthest).sort(
  (a, b) => Math.abs(a) - Math.abs(b),
);

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
