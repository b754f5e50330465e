/**
 * Returns a function that writes a number as the language does ("10,000", "10 000"). What knows how is loaded with the first
 * number: it takes megabytes, which a start alone has no use for.
 */
export const grouped = (language: string) => {
  let format: Intl.NumberFormat | undefined;
  return (count: number): string => {
    format ??= new Intl.NumberFormat(language);
    return format.format(count);
  };
};
