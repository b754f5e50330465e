import type { Words } from '../words.ts';

export const apps: Words['apps'] = {};
