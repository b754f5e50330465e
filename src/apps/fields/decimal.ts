import { limits } from './limits.ts';
import type { ValueProblem } from './problem.ts';

/** What was read: whole smallest parts, or why not. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: ValueProblem };

/**
 * Reads a number as people type it: "1 234,50", "1,234.50", "-5", "12 ₽". Digits are grouped by threes or not at all. Where a single
 * comma may stand for either ("1,234"), the language decides; a single point always is the decimal one.
 *
 * @param decimals how many digits may stand behind the point
 * @param most how much it may be at most, in the smallest part
 * @returns whole units of the smallest part: 1.5 with two decimals is 150
 */
export const readDecimal = (
  text: string,
  decimals: number,
  language: string,
  most: number = limits.money,
): Read<number> => {
  const shape = /^([+-]?)(\d[\d.,']*|[.,]\d+)$/.exec(bare(text));
  const parts = shape?.[2] === undefined ? undefined : split(shape[2], language);
  if (!parts) return { ok: false, problem: 'not-a-number' };
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > decimals) return { ok: false, problem: 'too-many-decimals' };
  const units = Number(`${parts.whole}${fraction.padEnd(decimals, '0')}`);
  if (units > most) return { ok: false, problem: 'out-of-range' };
  return { ok: true, value: units === 0 || shape?.[1] !== '-' ? units : -units };
};

/** Without a sign or code of a currency and with one sign for each meaning; all that groups digits is an apostrophe. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^[−–]/u, '-')
    .replace(/^([+-]?)\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?![A-Z]))?\s*/u, '$1')
    .replace(/\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|руб\.?|р\.)$/u, '')
    .replace(/^[−–]/u, '-')
    .replace(/(?<=\d)[\s'’](?=\d)/gu, "'");

const split = (digits: string, language: string): { whole: string; fraction: string } | undefined => {
  const mark = pointOf(digits, language);
  const at = mark === '' ? digits.length : digits.lastIndexOf(mark);
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return undefined;
  return { whole: whole.replace(/\D/g, '') || '0', fraction };
};

/** Which of the marks in it is the decimal one. */
const pointOf = (digits: string, language: string): '.' | ',' | '' => {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return '';
  const mark = digits[last] === ',' ? ',' : '.';
  const single = digits.indexOf(mark) === last;
  const both = digits.includes('.') && digits.includes(',');
  if (!single) return '';
  if (both || mark === '.' || language !== 'en') return mark;
  return /^[1-9]\d{0,2},\d{3}$/.test(digits) ? '' : ',';
};

/** No marks at all, or one kind of them between groups of three. */
const isGrouped = (whole: string): boolean => /^\d*$/.test(whole) || /^\d{1,3}([.,'])\d{3}(\1\d{3})*$/.test(whole);
