import { createHash } from 'node:crypto';
import type { LineSettings, Setting } from './settings.ts';

/** All settings. A new one goes to the end: stamps in forms that are open have one hash a setting, in this order. */
export const settingNames: readonly Setting[] = [
  'name',
  'audienceGroups',
  'audienceUsers',
  'operatorGroups',
  'supervisorGroups',
  'showOperator',
  'description',
  'avatar',
  'audienceUnits',
  'linkApp',
  'createdApps',
];

/** Whether two values of a setting mean the same; the order of groups and people does not matter. */
export const sameSetting = (one: Value, other: Value): boolean => canonical(one) === canonical(other);

/** Whether all of the given settings mean the same. */
export const sameSettings = (some: Partial<LineSettings>, others: LineSettings): boolean =>
  settingNames.every((name) => {
    const value = some[name];
    return value === undefined || sameSetting(value, others[name]);
  });

/**
 * What a form remembers of the settings that it showed: one short hash a setting, so that a later save can tell which of
 * them somebody else has changed since.
 */
export const stampOf = (settings: LineSettings): string => settingNames.map((name) => hash(settings[name])).join('.');

/** What is to be stored, and the settings that two people changed to different values at once. */
export type Merged = { settings: LineSettings; conflicts: readonly Setting[] };

/**
 * Puts together what the form showed (its stamp), what was typed, and what is stored now. What only one side changed is
 * taken from that side; what both changed differently is a conflict. Settings that are not in `typed` stay as they are.
 * A stamp that says nothing makes every difference a conflict.
 */
export const merge = (stamp: string, typed: Partial<LineSettings>, stored: LineSettings): Merged => {
  const shown = stamp.split('.');
  const conflicts: Setting[] = [];
  const taken: Partial<LineSettings> = {};
  for (const [place, name] of settingNames.entries()) {
    const value = typed[name];
    if (value === undefined || sameSetting(value, stored[name])) continue;
    if (shown[place] === hash(stored[name])) Object.assign(taken, { [name]: value });
    else if (shown[place] !== hash(value)) conflicts.push(name);
  }
  return { settings: { ...stored, ...taken }, conflicts };
};

type Value = LineSettings[Setting];

const hash = (value: Value): string => createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 12);

const canonical = (value: Value): string =>
  JSON.stringify(typeof value === 'object' && value !== null ? [...value].sort() : value);
