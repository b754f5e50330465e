import { appNames } from '../../../apps/build/list.ts';
import type { Field } from '../../../apps/fields/field.ts';
import type { Db } from '../../../db/doors.ts';
import type { Words } from '../../../i18n/words.ts';

/** How the types of fields are told, by the fields' ids: with the currency, or the app that is referred to. */
export const describe = async (
  db: Db['read'],
  fields: readonly Field[],
  words: Words,
): Promise<Readonly<Record<string, string>>> => {
  const apps = await appNames(
    db,
    fields.flatMap(({ options }) => ('app' in options ? [options.app] : [])),
  );
  return Object.fromEntries(fields.map((field) => [field.id, describeOne(field, apps, words)]));
};

/** The same of one field. @param apps names by ids */
export const describeOne = (
  { kind, options }: Pick<Field, 'kind' | 'options'>,
  apps: ReadonlyMap<string, string>,
  { audit, apps: { decimals } }: Words,
): string => {
  const called = audit.choices[kind];
  if ('currency' in options) return `${called}, ${options.currency}`;
  if ('decimals' in options && options.decimals > 0) return `${called}. ${decimals}: ${options.decimals}`;
  if ('app' in options) return `${called}: ${apps.get(options.app) ?? ''}`;
  return called;
};
