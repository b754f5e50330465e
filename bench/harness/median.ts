/** The middle value; of an even number the higher of the two. @throws RangeError for none */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which the share `q` (0 to 1) of them lies. @throws RangeError for none */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = Float64Array.from(values).sort();
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
  if (found === undefined) throw new RangeError('There is nothing to take a quantile of.');
  return found;
};
