import type { Words } from '../words.ts';

export const itemList: Words['itemList'] = {};
