/** The way of packing that a browser takes and we prefer; undefined for none. */
export const encodingFor = (accepted: string | undefined): 'br' | 'gzip' | undefined => {
  if (accepted === undefined) return undefined;
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((entry) => entry.split(';'))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
    .map(([name]) => name?.trim());
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : undefined;
};
