import type { Words } from '../words.ts';

export const records: Words['records'] = {};
