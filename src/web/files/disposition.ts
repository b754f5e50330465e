/**
 * The header `Content-Disposition` (RFC 6266, names as in RFC 5987): any name at all, and a plain one for who cannot read that.
 */
export const disposition = (name: string, shown: boolean): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
};

// `encodeURIComponent` leaves four characters that have a meaning there.
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
