import type { AppMay } from '../apps/app.ts';

// Whoever sees a session at the desk (`visibleTo`) may do this with its client's items: the owner as a supervisor, in open sessions as in
// closed ones. The client's own side never sees it.

/** Who creates or edits items of the app links the client to one that is there, and unlinks. */
export const mayLink = (may: AppMay): boolean => may.create || may.edit;

/** Who creates items of the app does so from a chat, too. */
export const mayCreate = (may: AppMay): boolean => may.create;

/** What somebody may do in an app of which nobody told them. */
export const nothing: AppMay = { see: false, create: false, edit: false };
