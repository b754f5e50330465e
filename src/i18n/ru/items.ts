import type { Words } from '../words.ts';

export const items: Words['items'] = {};
