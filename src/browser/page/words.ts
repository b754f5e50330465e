/** The page's language and whoever looks at it. */
export const language = document.documentElement.lang;
export const me = document.documentElement.dataset['me'] ?? '';

// The page was written by our own server: what stands in it needs no second proof.
type BrowserWords = Record<string, string> & { newMessages: Partial<Record<Intl.LDMLPluralRule, string>> };
const words: BrowserWords = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="words"]')?.content ?? '{}');

/** One of the few texts that the scripts say themselves. */
export const say = (key: string): string => words[key] ?? '';

const rules = new Intl.PluralRules(language);

/** "3 new", in the right form. */
export const sayNew = (count: number): string => {
  const forms = words.newMessages;
  return (forms[rules.select(count)] ?? forms.other ?? '#').replace('#', String(count));
};
