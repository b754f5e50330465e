/** `path` if it leads to a page of this product, else undefined: no address from outside may send people elsewhere. */
export const localPath = (path: string | undefined): string | undefined => {
  if (!path?.startsWith('/')) return undefined;
  const url = URL.parse(path, here);
  // Of `/.//elsewhere` the parser leaves `//elsewhere`, which browsers take for another host.
  const leads = url?.origin === here && !url.pathname.startsWith('//');
  return leads ? url.pathname + url.search : undefined;
};

/** The path of an address (as in `Referer`) of this `host`; undefined for any other. */
export const pathOf = (address: string | undefined, host: string): string | undefined => {
  const url = URL.parse(address ?? '');
  return url?.host === host ? localPath(url.pathname + url.search) : undefined;
};

const here = 'http://here.invalid';
