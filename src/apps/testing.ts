import type { Db, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { accounts, appRights, apps, fields } from '../db/schema.ts';
import { newId } from '../id.ts';
import type { App } from './app.ts';
import type { Field, FieldOf, FieldOptions } from './fields/field.ts';
import type { FieldKind } from './fields/kinds.ts';
import type { Doc, Value } from './fields/value.ts';
import type { By, ItemRef } from './items/item.ts';
import { createItem, type NewItem } from './items/write.ts';
import { takeNumbers } from './numbers.ts';
import { appById } from './read.ts';

type Given<Kind extends FieldKind> = { kind: Kind; name: string } & Partial<
  Omit<FieldOf<Kind>, 'id' | 'appId' | 'n' | 'keysN' | 'position' | 'kind' | 'name' | 'options'>
> &
  (Record<never, never> extends FieldOptions<Kind>
    ? { options?: FieldOptions<Kind> }
    : { options: FieldOptions<Kind> });

/** A field as a test gives it: what is left out is the plainest there is. */
export type NewField = { [Kind in FieldKind]: Given<Kind> }[FieldKind];

/** Adds an app with these fields; groups that may do something with its items are given by their ids. */
export const addApp = (
  db: Db,
  name: string,
  given: readonly NewField[] = [],
  may: { see?: readonly string[]; create?: readonly string[]; edit?: readonly string[] } = {},
  as: { titlePattern?: string } = {},
): Promise<App> =>
  db.write(async (tx) => {
    const id = newId();
    await tx.insert(apps).values({
      ...{ id, name, nameKey: searchKey(name), icon: 'notebook', titlePattern: as.titlePattern ?? 'No. {number}' },
      ...{ numberPrefix: '', numberDigits: 1, lastNumber: 0, archivedAt: null, createdAt: 0, version: 1 },
    });
    for (const [position, field] of given.entries()) await insertField(tx, id, position, field);
    for (const what of ['see', 'create', 'edit'] as const)
      for (const groupId of may[what] ?? []) await tx.insert(appRights).values({ appId: id, groupId, may: what });
    const app = await appById(tx, id);
    if (!app) throw new Error('The app was not made.');
    return app;
  });

/** The field of this name; throws if there is none. */
export const fieldNamed = (app: App, name: string): Field => {
  const field = app.fields.find((one) => one.name === name);
  if (!field) throw new Error(`${app.name} has no field ${name}.`);
  return field;
};

const insertField = async (tx: Tx, appId: string, position: number, { options = {}, ...field }: NewField) => {
  const n = await takeNumbers(tx, 'field');
  await tx.insert(fields).values({
    ...{ required: false, sole: false, hint: '', initial: null, onForm: true, inList: true },
    ...field,
    ...{ id: newId(), appId, n, keysN: n, position, nameKey: searchKey(field.name), options },
    refersTo: 'app' in options ? options.app : null,
    createdAt: 0,
  });
};

/** Adds an item that holds these values, given by the names of its fields; throws where they are refused. */
export const addItem = async (
  db: Db,
  app: App,
  values: Readonly<Record<string, Value>> = {},
  by: Partial<By> & { id?: string; files?: NewItem['files'] } = {},
): Promise<ItemRef> => {
  const made = await db.write((tx) =>
    createItem(
      tx,
      app,
      { id: by.id ?? newId(), doc: docOf(app, values), files: by.files ?? [] },
      { actor: null, at: 0, accounts: accountsIn(app, values), ...by },
    ),
  );
  if ('refused' in made) throw new Error(`The item was refused: ${JSON.stringify(made)}`);
  return made;
};

/** What an item holds, given by the names of the app's fields. */
export const docOf = (app: App, values: Readonly<Record<string, Value>>): Doc =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [String(fieldNamed(app, name).n), value]));

const accountsIn = (app: App, values: Readonly<Record<string, Value>>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    fieldNamed(app, name).kind === 'account' && Array.isArray(value) ? value : [],
  );

/** Adds an account: of a user in the built-in chat, or of somebody outside. Answers its id. */
export const addAccount = (
  db: Db,
  as: { user?: string | undefined; name?: string; phone?: string; email?: string } = {},
): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    await tx.insert(accounts).values({
      ...{ id, channel: as.user === undefined ? 'test' : 'chat', userId: as.user ?? null, channelId: null },
      ...{ externalId: as.user === undefined ? id : null, name: as.name ?? 'Somebody' },
      ...{ phone: as.phone ?? null, email: as.email ?? null, createdAt: 0 },
    });
    return id;
  });
