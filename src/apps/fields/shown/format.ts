/** Who reads: in which language, and in which time zone (an IANA name; none: UTC). All `Words` are one. */
export type At = { readonly language: string; readonly zone?: string | null | undefined };

/** Whether it is the name of a time zone. */
export const isZone = (name: string): boolean => {
  if (!/^[\w+/-]{1,64}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** A number as the language writes it, with no more than `decimals` digits behind the point. */
export const formatNumber = (value: number, decimals: number, { language }: At): string =>
  cached(
    `number ${language} ${decimals}`,
    () => new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: decimals }),
  ).format(value);

/** Money as the language writes it. @param units whole units of the currency's smallest part */
export const formatMoney = (units: number, currency: string, { language }: At): string => {
  const amount = plainDecimal(units, decimalsOf(currency));
  if (!isCurrency(currency)) return `${amount} ${currency}`;
  return cached(
    `money ${language} ${currency}`,
    () => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }),
  ).format(amount as Intl.StringNumericLiteral);
};

/** A day as the language writes it: 22 Nov 2026. @param date `2026-11-22` */
export const formatDate = (date: string, { language }: At): string =>
  cached(`date ${language}`, () => new Intl.DateTimeFormat(localeOf(language), { ...day, timeZone: 'UTC' })).format(
    Date.parse(date),
  );

/** A moment as the language writes it, in the reader's zone: 22 Nov 2026, 14:05. @param at ms since 1970, UTC */
export const formatMoment = (at: number, { language, zone }: At): string =>
  cached(
    `moment ${language} ${zone ?? 'UTC'}`,
    () =>
      new Intl.DateTimeFormat(localeOf(language), {
        ...day,
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone ?? 'UTC',
      }),
  ).format(at);

/** How many digits of a currency stand behind the point: RUB 2, JPY 0, KWD 3; what is no currency counts as having 2. */
export const decimalsOf = (currency: string): number =>
  isCurrency(currency)
    ? (cached(
        `currency ${currency}`,
        () => new Intl.NumberFormat('en', { style: 'currency', currency }),
      ).resolvedOptions().maximumFractionDigits ?? 2)
    : 2;

/** Whole smallest parts as a decimal that every machine reads: `-1234.50`. Exact, as no floating point is. */
export const plainDecimal = (units: number, decimals: number): string => {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** The same of a number, without zeros at its end. */
export const plainNumber = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^-0$/, '0');
};

const isCurrency = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

const kept = new Map<string, unknown>();

/** Making a format costs a hundred times as much as using it. Its name says of which type it is. */
const cached = <T>(name: string, make: () => T): T => {
  const known = kept.get(name) as T | undefined;
  if (known) return known;
  const made = make();
  kept.set(name, made);
  return made;
};
