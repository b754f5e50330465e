/** Tells moments (ms since 1970) to the second, in a time zone (IANA name). */
export const momentsIn = (language: string, timeZone: string): ((at: number) => string) => {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return (at) => format.format(at);
};
