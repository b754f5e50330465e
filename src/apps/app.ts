import type { Field } from './fields/field.ts';

/** The icons that an app can have: names of the set in views/icons. */
export const appIcons = [
  'notebook',
  'contact-round',
  'briefcase',
  'building',
  'triangle-alert',
  'life-buoy',
  'wrench',
  'shopping-cart',
  'package',
  'truck',
  'file-text',
  'calendar',
  'receipt',
  'graduation-cap',
  'house',
  'star',
] as const;

export type AppIcon = (typeof appIcons)[number];

/** A kind of record that administrators defined. */
export type App = {
  id: string;
  name: string;
  icon: AppIcon;
  /** How an item is called: text with `{number}` and `{f:<a field's id>}` in it. */
  titlePattern: string;
  numberPrefix: string;
  /** An item's number is filled up with zeros to so many digits. */
  numberDigits: number;
  /** The number that was given last. */
  lastNumber: number;
  /** Ms since 1970, UTC. */
  archivedAt: number | null;
  version: number;
  /** In their order, without removed ones. */
  fields: readonly Field[];
};

/** What somebody may do with the items of an app. Who creates or edits also sees. */
export type AppMay = { see: boolean; create: boolean; edit: boolean };
