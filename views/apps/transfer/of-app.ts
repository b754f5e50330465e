import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';

/** Of which app a page is, and for whom. */
export type OfApp = { app: App; may: AppMay; administrator: boolean; words: Words };
