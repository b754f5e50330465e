/**
 * Returns a function that puts a count and the fitting form of a word together, by the plural rules of the language:
 * English takes `one, other`, Russian `one, few, many` ("1 сообщение, 2 сообщения, 5 сообщений").
 */
export const plural = (language: string, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => {
  // Made with the first count, as in number.ts.
  let rules: Intl.PluralRules | undefined;
  return (count: number): string => {
    rules ??= new Intl.PluralRules(language);
    return `${count} ${forms[rules.select(count)] ?? forms.other}`;
  };
};
