import type { en } from './en/index.ts';

/** All texts of the product by room; English is the pattern that every language has to fill. */
export type Words = typeof en;
