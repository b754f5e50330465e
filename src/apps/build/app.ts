import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { apps } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { planRetitle } from '../upkeep/plan.ts';
import type { AppSettings } from './definition.ts';
import { bump, holdApp } from './hold.ts';
import { merge, sameValue } from './merge.ts';
import { patternNames } from './pattern.ts';
import { type By, NotBuilt } from './refusal.ts';
import { rightNames, rightsOf, writeRights } from './rights.ts';

/** What the settings page of an app can change: `nextNumber` is the one after the number that was given last. */
export type StoredSettings = AppSettings & { nextNumber: number };

/**
 * Adds an app without fields under the id that its form carried.
 * @throws NotBuilt and what `orRefused` knows: a taken name or id, a group that is gone
 */
export const createApp = async (tx: Tx, id: string, settings: AppSettings, by: By): Promise<void> => {
  await tx.insert(apps).values({
    ...{ id, ...columns(settings) },
    ...{ lastNumber: 0, archivedAt: null, createdAt: by.at, version: 1 },
  });
  await writeRights(tx, id, settings);
  const facts = [appChanged(id), rightsChanged(id)];
  await tx.record(facts, { actor: by.actor, action: 'app.created', object: id, after: settings });
};

/** The settings of an app, as its page shows them. */
export const settingsOf = async (db: Parameters<typeof rightsOf>[0], app: App): Promise<StoredSettings> => ({
  name: app.name,
  icon: app.icon,
  titlePattern: app.titlePattern,
  numberPrefix: app.numberPrefix,
  numberDigits: app.numberDigits,
  nextNumber: app.lastNumber + 1,
  ...(await rightsOf(db, app.id)),
});

/**
 * Changes the settings in `typed` and no other. `stamp` says what the form showed.
 * @returns whether anything is another now
 * @throws NotBuilt 'missing', 'archived', 'conflict', 'number-given', 'pattern'; and what `orRefused` knows
 */
export const changeApp = async (
  tx: Tx,
  id: string,
  stamp: string,
  typed: Partial<StoredSettings>,
  by: By,
): Promise<boolean> => {
  const app = await holdApp(tx, id);
  const stored = await settingsOf(tx, app);
  // Items were created since: then the number that the form showed was not chosen, and the next one stays what it is.
  const { settings, conflicts } = merge<StoredSettings>(stamp, typed, stored);
  const names = conflicts.filter((name) => name !== 'nextNumber');
  if (names.length > 0) throw new NotBuilt({ refused: 'conflict', names });
  if (settings.nextNumber <= app.lastNumber) throw new NotBuilt({ refused: 'number-given', last: app.lastNumber });
  if (!patternNames(settings.titlePattern).every((field) => app.fields.some((one) => one.id === field)))
    throw new NotBuilt({ refused: 'pattern' });
  const changed = (Object.keys(stored) as (keyof StoredSettings)[]).filter(
    (name) => !sameValue(settings[name], stored[name]),
  );
  if (changed.length === 0) return false;
  await tx
    .update(apps)
    .set({ ...columns(settings), lastNumber: settings.nextNumber - 1 })
    .where(eq(apps.id, id));
  await writeRights(tx, id, settings);
  await bump(tx, id);
  const facts = changed.some((name) => rightNames.some((right) => right === name))
    ? [appChanged(id), rightsChanged(id)]
    : [appChanged(id)];
  await tx.record(facts, {
    ...{ actor: by.actor, action: 'app.changed', object: id },
    ...{ before: only(changed, stored), after: only(changed, settings) },
  });
  if (changed.some((name) => titling.some((one) => one === name))) await planRetitle(tx, id);
  return true;
};

/** That an app is another than before. */
export const appChanged = (app: string) => ({ kind: 'app', ids: { app } }) as const;

const rightsChanged = (app: string) => ({ kind: 'rights', ids: { app } }) as const;

const titling = ['titlePattern', 'numberPrefix', 'numberDigits'] as const;

const columns = ({ name, icon, titlePattern, numberPrefix, numberDigits }: AppSettings) => ({
  ...{ name, nameKey: searchKey(name), icon, titlePattern, numberPrefix, numberDigits },
});

const only = (names: readonly (keyof StoredSettings)[], of: StoredSettings): Partial<StoredSettings> =>
  Object.fromEntries(names.map((name) => [name, of[name]]));
