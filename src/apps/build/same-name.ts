import { searchKey } from '../../db/key.ts';

/** Whether people take two names for one: neither capitals nor spaces make them differ. */
export const sameName = (one: string, other: string): boolean => searchKey(one) === searchKey(other);
