import { creatable, holdApps, linkable, referredTo } from '../apps/qualify.ts';
import { appsById } from '../apps/read.ts';
import type { Tx } from '../db/doors.ts';
import type { LineSettings } from './settings.ts';

type Chosen = Pick<LineSettings, 'linkApp' | 'createdApps'>;

/** An app was chosen for a line that does not qualify for it. */
export class UnfitApp extends Error {
  readonly setting: keyof Chosen;
  constructor(setting: keyof Chosen) {
    super('The app does not qualify.');
    this.setting = setting;
  }
}

/** Keeps the apps that are chosen, and those they refer to, as they are until the unit of work is over. */
export const holdChosen = async (tx: Tx, { linkApp, createdApps = [] }: Partial<Chosen>): Promise<void> => {
  const ids = [...createdApps, ...(linkApp ? [linkApp] : [])];
  if (ids.length === 0) return;
  const found = await appsById(tx, ids);
  await holdApps(tx, [...ids, ...[...found.values()].flatMap(referredTo)]);
};

/**
 * Asks the rule of 3.4 about the apps that a line did not have before. One that does not exist is left to the database's keys.
 * @throws UnfitApp
 */
export const wantFit = async (tx: Tx, chosen: Chosen, before: Chosen): Promise<void> => {
  const link = chosen.linkApp === before.linkApp ? null : chosen.linkApp;
  const created = chosen.createdApps.filter((id) => !before.createdApps.includes(id));
  const apps = await appsById(tx, [...created, ...(link === null ? [] : [link])]);
  const linked = link === null ? undefined : apps.get(link);
  if (linked && !linkable(linked).ok) throw new UnfitApp('linkApp');
  const known = new Map([...(await appsById(tx, [...apps.values()].flatMap(referredTo))), ...apps]);
  for (const id of created) {
    const app = apps.get(id);
    if (app && !creatable(app, known).ok) throw new UnfitApp('createdApps');
  }
};
