import type { en } from './en/index.ts';

/**
 * All texts of the product by room; English is the pattern that every language has to fill. `zone`: the IANA name of the time zone in
 * which whoever reads them wants to be told times; absent where that is not known, as in what many share.
 */
export type Words = typeof en & { readonly zone?: string };
