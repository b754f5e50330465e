import type { Bytes } from '../../files/store.ts';

/**
 * The part of `size` bytes that the header `Range` asks for; undefined for the whole: no header, one that we do not
 * understand, or several parts at once, all of which may be answered so.
 */
export const rangeOf = (header: string | undefined, size: number): Bytes | 'unsatisfiable' | undefined => {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
};
