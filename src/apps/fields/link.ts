/** A link as it is kept: with `https://` before what has no scheme; undefined for what is no address of http or https. */
export const readLink = (text: string): string | undefined => {
  const link = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  return isLink(link) ? link : undefined;
};

/** Whether it is an address of http or https that a browser opens. */
export const isLink = (link: string): boolean => {
  if (!/^https?:\/\/[^\s/?#\\]+/i.test(link)) return false;
  const url = URL.parse(link);
  return (
    url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && /^[^.]+(\.[^.]+)*\.?$/.test(url.hostname)
  );
};
