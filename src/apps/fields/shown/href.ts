import { phoneParts } from './phone.ts';

/** What a browser calls: the digits, with a plus where there is one, and an extension after a pause. Null without digits. */
export const phoneHref = (phone: string): string | null => {
  const { plus, digits, extension } = phoneParts(phone);
  if (digits === '') return null;
  return `tel:${plus ? '+' : ''}${digits}${extension === '' ? '' : `,${extension}`}`;
};

/** Writes to an address. Null for what is none. */
export const mailHref = (email: string): string | null =>
  /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}` : null;

/** An address of the web, and of nothing else. */
export const webHref = (link: string): string | null => {
  const url = URL.parse(link);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
};
