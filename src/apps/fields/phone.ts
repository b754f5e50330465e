import { limits } from './limits.ts';
import { phoneParts } from './shown/phone.ts';

/** Whether it can be a phone: digits, what people put between them, and an extension. */
export const isPhone = (text: string): boolean => {
  const { digits } = phoneParts(text);
  return (
    shape.test(text.normalize('NFKC')) &&
    digits.length >= limits.phoneDigits.least &&
    digits.length <= limits.phoneDigits.most
  );
};

/**
 * What phones are compared, sorted and found by: the digits, and those of an extension behind an `x`. Nothing else is made equal: whether
 * 8 900 … is the same as +7 900 … depends on the country from which it is dialled (8 begins the numbers of others abroad), and
 * two clients taken for one are worse than one who is not suggested.
 */
export const phoneKey = (phone: string): string => {
  const { digits, extension } = phoneParts(phone);
  return extension === '' ? digits : `${digits}x${extension}`;
};

/** The digits alone, and where there are more than ten also the last ten: how people look for phones, with the country or without. */
export const phoneWords = (phone: string): string => {
  const { digits } = phoneParts(phone);
  return digits.length > 10 ? `${digits} ${digits.slice(-10)}` : digits;
};

const shape = /^\+?[\d\s().\-‐-―/]*\d[\d\s().\-‐-―/]*((?:[,;#]|ext\.?|доб\.?|x)\s*\d{1,7}\s*)?$/iu;
