import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { apps, fields } from '../db/schema.ts';
import type { App, AppIcon } from './app.ts';
import { appIcons } from './app.ts';
import type { Field } from './fields/field.ts';

/** An app with its fields, archived or not; undefined if there is none. Rights are asked elsewhere (rights.ts). */
export const appById = async (db: Reader, id: string): Promise<App | undefined> => {
  const [row] = await db.select().from(apps).where(eq(apps.id, id));
  return row && { ...toApp(row), fields: await fieldsOf(db, [id]) };
};

/** Several apps with their fields, by id. */
export const appsById = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, App>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(apps)
    .where(inArray(apps.id, [...ids]));
  const all = await fieldsOf(db, ids);
  return new Map(
    rows.map((row) => [row.id, { ...toApp(row), fields: all.filter(({ appId }) => appId === row.id) }] as const),
  );
};

const fieldsOf = async (db: Reader, appIds: readonly string[]): Promise<Field[]> => {
  const rows = await db
    .select()
    .from(fields)
    .where(and(inArray(fields.appId, [...appIds]), isNull(fields.removedAt)))
    .orderBy(asc(fields.position), asc(fields.n));
  return rows.map(toField);
};

/** A field as it is stored. Kind, options and default were judged when they were written (src/apps/build). */
export const toField = (row: typeof fields.$inferSelect): Field => {
  const { nameKey: _, refersTo: __, removedAt: ___, removedBy: ____, createdAt: _____, ...field } = row;
  return field as Field;
};

const toApp = ({ nameKey: _, createdAt: __, icon, ...app }: typeof apps.$inferSelect): Omit<App, 'fields'> => ({
  ...app,
  icon: iconNamed(icon),
});

/** An app's icon by its stored name; one that there is no more is the first of all. */
export const iconNamed = (name: string): AppIcon => appIcons.find((icon) => icon === name) ?? appIcons[0];
