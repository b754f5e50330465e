import type { App } from '../../src/apps/app.ts';
import type { Field } from '../../src/apps/fields/field.ts';
import { addApp, type NewField } from '../../src/apps/testing.ts';
import type { Db } from '../../src/db/doors.ts';
import { all, type Field as MadeUp, fields as made } from '../layouts/fields.ts';

/**
 * An app with the twenty fields of the layouts, seen, filled and edited by a group.
 *
 * @param words what items hold in fields of choices
 */
export const benchApp = async (
  db: Db,
  group: string,
  words: { status: readonly string[]; tags: readonly string[] },
): Promise<App> => {
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { see: [group] });
  const choices = (names: readonly string[]) => ({
    choices: names.map((name) => ({ id: name, name, retired: false })),
  });
  const shapes: Record<keyof typeof made, Shape> = {
    ...{ name: { kind: 'text' }, city: { kind: 'text' }, phone: { kind: 'phone' }, email: { kind: 'email' } },
    ...{ site: { kind: 'link' }, note: { kind: 'long-text' }, amount: { kind: 'money', options: { currency: 'RUB' } } },
    ...{ quantity: { kind: 'number', options: { decimals: 3 } }, urgent: { kind: 'yes-no' }, due: { kind: 'date' } },
    ...{ met: { kind: 'date-time' }, status: { kind: 'choice', options: choices(words.status) } },
    ...{ tags: { kind: 'choices', options: choices(words.tags) }, owner: { kind: 'user' } },
    client: { kind: 'reference', options: { app: clients.id } },
    related: { kind: 'references', options: { app: clients.id } },
    ...{ account: { kind: 'account' }, files: { kind: 'files' }, contract: { kind: 'text', sole: true } },
    rating: { kind: 'number', options: { decimals: 0 } },
  };
  const named = Object.entries(shapes).map(([key, shape]) => ({ ...shape, name: made[key as keyof typeof made].name }));
  return addApp(db, 'Items', named, { edit: [group], create: [group] });
};

/** A field of the app as the layouts know it. */
export const madeUpOf = (app: App, field: Field): MadeUp => {
  const found = all[app.fields.indexOf(field)];
  if (!found) throw new Error(`The layouts have no field ${field.name}.`);
  return found;
};

/** The other way round. */
export const fieldOf = (app: App, field: MadeUp): Field => {
  const found = app.fields[all.indexOf(field)];
  if (!found) throw new Error(`The app has no field ${field.name}.`);
  return found;
};

type WithoutName<T> = T extends unknown ? Omit<T, 'name'> : never;
type Shape = WithoutName<NewField>;
