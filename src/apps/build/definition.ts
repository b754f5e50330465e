import type { AppIcon } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { FieldKind } from '../fields/kinds.ts';

/** What an administrator says of an app. Groups are named by their ids. */
export type AppSettings = {
  name: string;
  icon: AppIcon;
  /** Text with `{number}` and `{f:<a field's id>}` in it: see pattern.ts. */
  titlePattern: string;
  numberPrefix: string;
  numberDigits: number;
  /** Members see items; who creates or edits sees them too. */
  seeGroups: readonly string[];
  createGroups: readonly string[];
  editGroups: readonly string[];
};

type Unsaid = 'id' | 'appId' | 'n' | 'keysN' | 'position';

type WithoutUnsaid<F> = F extends Field ? Omit<F, Unsaid> : never;

/** What an administrator says of a field. */
export type FieldDefinition = WithoutUnsaid<Field>;

/** How many fields an app and choices a field can have, and how long texts may be, in characters. */
export const buildLimits = {
  fields: 100,
  choices: 200,
  appName: 60,
  fieldName: 60,
  choiceName: 100,
  hint: 300,
  pattern: 200,
  prefix: 20,
  digits: 9,
  groups: 1000,
};

/** For how long what was removed can be brought back, in milliseconds. */
export const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Whether a field of this kind can be unique: what two things never have in common. */
export const canBeSole = (kind: FieldKind): boolean => soleKinds.has(kind);

/** Whether new items of all kinds of people can begin with the same value in it. */
export const canBegin = (kind: FieldKind): boolean => !withoutInitial.has(kind);

const soleKinds: ReadonlySet<FieldKind> = new Set([
  'text',
  'number',
  'phone',
  'email',
  'link',
  'user',
  'reference',
  'account',
]);

const withoutInitial: ReadonlySet<FieldKind> = new Set(['files', 'account', 'user', 'reference', 'references']);
