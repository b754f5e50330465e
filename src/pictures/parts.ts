/**
 * Parts of a file that are looked at in search of something. No camera writes so many; a file of millions of empty ones would hold
 * everybody up for seconds.
 */
export const mostParts = 1_000;
