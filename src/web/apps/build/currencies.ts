import type { Field } from '../../../apps/fields/field.ts';
import type { Words } from '../../../i18n/words.ts';

/** Every currency by its code and name, those first that companies here pay in. */
export const currenciesIn = ({ language }: Words): readonly { value: string; label: string }[] => {
  const known = offered.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const codes = [...new Set([...common, ...Intl.supportedValuesOf('currency')])];
  const all = codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  offered.set(language, all);
  return all;
};

/** The currency that a new field begins with: that of the app's other money. */
export const firstCurrency = (fields: readonly Field[], { language }: Words): string => {
  const [last] = fields.flatMap((field) => (field.kind === 'money' ? [field.options.currency] : [])).slice(-1);
  return last ?? (language === 'ru' ? 'RUB' : 'USD');
};

/** Whether it is the code of a currency. */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

const common = [
  'RUB',
  'USD',
  'EUR',
  'KZT',
  'BYN',
  'UZS',
  'AMD',
  'GEL',
  'AZN',
  'KGS',
  'UAH',
  'CNY',
  'TRY',
  'AED',
  'GBP',
];

/** Making the list takes milliseconds. */
const offered = new Map<string, readonly { value: string; label: string }[]>();
