import type { Doc, Value } from '../value.ts';

/** What an item holds in a field; undefined for nothing. */
export const valueIn = (doc: Doc, field: { n: number }): Value | undefined => doc[String(field.n)];
