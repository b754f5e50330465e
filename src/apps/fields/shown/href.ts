/** What a browser calls: the digits, with a plus where there is one, and an extension after a pause. Null without digits. */
export const phoneHref = (phone: string): string | null => {
  const plain = phone.normalize('NFKC');
  const [number = '', ...rest] = plain.split(/[,;#]|ext\.?|доб\.?|x/iu);
  const digits = number.replace(/\D/g, '');
  const extension = rest.join('').replace(/\D/g, '');
  if (digits === '') return null;
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${digits}${extension === '' ? '' : `,${extension}`}`;
};

/** Writes to an address. Null for what is none. */
export const mailHref = (email: string): string | null =>
  /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}` : null;

/** An address of the web, and of nothing else. */
export const webHref = (link: string): string | null => {
  const url = URL.parse(link);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
};
