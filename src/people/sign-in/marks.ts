import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A mark for the browser of somebody who proved to be `account`: nobody without the `key` can make one. */
export const newMark = (key: Buffer, account: string): string => {
  const number = randomBytes(12).toString('base64url');
  return `${number}.${seal(key, account, number)}`;
};

/** Whether a browser's mark was made for `account` with this `key`. */
export const isMark = (key: Buffer, account: string, mark: string): boolean => {
  const [number = '', sealed = ''] = mark.split('.');
  const expected = Buffer.from(seal(key, account, number));
  const given = Buffer.from(sealed);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const seal = (key: Buffer, account: string, number: string): string =>
  createHmac('sha256', key).update(`${number}\n${account}`).digest('base64url');
