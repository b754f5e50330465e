/**
 * Returns a function that puts a count and the fitting form of a word together, by the plural rules of the language:
 * English takes `one, other`, Russian `one, few, many` ("1 сообщение, 2 сообщения, 5 сообщений").
 */
export const plural = (language: string, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => {
  const rules = new Intl.PluralRules(language);
  return (count: number): string => `${count} ${forms[rules.select(count)] ?? forms.other}`;
};
