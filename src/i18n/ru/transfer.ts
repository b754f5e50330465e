import type { Words } from '../words.ts';

export const transfer: Words['transfer'] = {};
