// How a form that fills in fields names its inputs. Forms, their doors and what reads them all take the names from here.

/** `f.<id>`: the value. Fields of several values send it once for each; for files, the ids of those that stay. */
export const valueInput = (field: { id: string }): string => `f.${field.id}`;

/** `file.<id>`: new files, of any number. */
export const fileInput = (field: { id: string }): string => `file.${field.id}`;

/** `was.<id>`: the exact moment (ms since 1970) that a date and time was shown for, which its input tells to the minute only. */
export const momentInput = (field: { id: string }): string => `was.${field.id}`;

/** `zone.<id>`: the browser's own zone, in which it told a date and time of somebody who has chosen none. */
export const zoneInput = (field: { id: string }): string => `zone.${field.id}`;

/** `q.<id>`: what a picker looks for. */
export const findInput = (field: { id: string }): string => `q.${field.id}`;

/** `found.<id>`: what the matches were looked for by that the form shows. */
export const foundInput = (field: { id: string }): string => `found.${field.id}`;

/** `press`: the button that sent the form: `findPress(field)`, or what the form itself gives its own. */
export const pressInput = 'press';

/** What a picker's "Find" sends as `press`. */
export const findPress = (field: { id: string }): string => `find.${field.id}`;

/** What Enter in any text input sends as `press`: saves, unless something new stands in a picker's search. */
export const enterPress = 'enter';

/** Kinds whose values are looked for in a picker. */
const pickedKinds = ['user', 'reference', 'references', 'account'] as const;

export type PickedKind = (typeof pickedKinds)[number];

export const isPicked = (kind: string): kind is PickedKind => pickedKinds.some((one) => one === kind);
