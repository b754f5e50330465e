import type { Words } from '../words.ts';

export const fields: Words['fields'] = {};
