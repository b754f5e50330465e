export { valueIn } from './shown/value-in.ts';

/**
 * What an item holds in a field; an empty field holds nothing at all, and never an empty text or list. By kind:
 * texts, phone, email, link: a string · number: a number · money: whole units of the currency's smallest part · yes-no: a boolean ·
 * date: `2026-11-22` · date-time: milliseconds since 1970, UTC · choice, user, reference: an id · choices, references, files,
 * account: ids, each once, in their order.
 */
export type Value = string | number | boolean | readonly string[];

/** All that an item holds, by the numbers of its fields (`Field.n`). */
export type Doc = { readonly [n: string]: Value };
