import type { Doc, Value } from '../fields/value.ts';

/** The document with this value in a field; with nothing in it, if there is none. */
export const withValue = (doc: Doc, { n }: { n: number }, value: Value | undefined): Doc => {
  const { [String(n)]: _, ...rest } = doc;
  return value === undefined ? rest : { ...rest, [String(n)]: value };
};
