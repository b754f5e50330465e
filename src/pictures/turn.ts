/**
 * A square of RGBA pixels as its camera held it.
 *
 * @param side pixels in a row
 * @param orientation 1 to 8, as EXIF counts: mirrored where even in the first four and odd after, on its side from 5 on
 */
export const turned = (pixels: Uint8Array, side: number, orientation: number): Uint8Array => {
  const from = places[orientation - 1] ?? places[0];
  const result = new Uint8Array(pixels.length);
  const last = side - 1;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = from(x, y, last);
      const at = 4 * (row * side + column);
      result.set(pixels.subarray(at, at + 4), 4 * (y * side + x));
    }
  }
  return result;
};

/** Where the pixel lies that comes to (x, y). */
type From = (x: number, y: number, last: number) => readonly [number, number];

const places: readonly [From, ...From[]] = [
  (x, y) => [x, y],
  (x, y, last) => [last - x, y],
  (x, y, last) => [last - x, last - y],
  (x, y, last) => [x, last - y],
  (x, y) => [y, x],
  (x, y, last) => [y, last - x],
  (x, y, last) => [last - y, last - x],
  (x, y, last) => [last - y, x],
];
