import { and, desc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { apps, fields, users } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { toField } from '../read.ts';
import { pendingIn, planRekey, planRetitle } from '../upkeep/plan.ts';
import { appChanged } from './app.ts';
import { buildLimits, keptFor } from './definition.ts';
import { fieldIn, mustNotConvert } from './field.ts';
import { bump, holdApp, mustServeLines } from './hold.ts';
import { patternNames, patternWithout } from './pattern.ts';
import { type By, NotBuilt } from './refusal.ts';

/**
 * Takes a field away for thirty days, after which it is gone for good. What items hold in it stays as long. The title's pattern goes on
 * without it.
 * @throws NotBuilt 'missing', 'archived', 'changing', 'lines'
 */
export const removeField = async (
  tx: Tx,
  { app: appId, field: fieldId }: { app: string; field: string },
  by: By,
): Promise<void> => {
  const app = await holdApp(tx, appId);
  const field = fieldIn(app, fieldId);
  await mustNotConvert(tx, field);
  await mustServeLines(tx, { ...app, fields: app.fields.filter((one) => one.id !== fieldId) });
  await tx.update(fields).set({ removedAt: by.at, removedBy: by.actor }).where(eq(fields.id, fieldId));
  const retitle = patternNames(app.titlePattern).includes(fieldId);
  const titlePattern = retitle ? patternWithout(app.titlePattern, fieldId) : app.titlePattern;
  if (retitle) await tx.update(apps).set({ titlePattern }).where(eq(apps.id, appId));
  await bump(tx, appId);
  await planRetitle(tx, appId);
  await tx.record(appChanged(appId), {
    ...{ actor: by.actor, action: 'field.removed', object: fieldId },
    before: { app: appId, name: field.name, ...(retitle && { titlePattern: app.titlePattern }) },
    ...(retitle && { after: { titlePattern } }),
  });
};

/**
 * Brings a removed field back to the end of its app, with what items held in it.
 *
 * @param name another name, where a new field has taken its old one
 * @throws NotBuilt 'missing', 'archived', 'too-many-fields', 'too-late'; and what `orRefused` knows: a taken name
 */
export const restoreField = async (
  tx: Tx,
  { app: appId, field: fieldId, name }: { app: string; field: string; name?: string | undefined },
  by: By,
): Promise<void> => {
  const app = await holdApp(tx, appId);
  const [row] = await tx
    .select()
    .from(fields)
    .where(and(eq(fields.id, fieldId), eq(fields.appId, appId)));
  if (!row) throw new NotBuilt({ refused: 'missing' });
  if (row.removedAt === null) return;
  const goes = (await pendingIn(tx, appId)).some((one) => one.fieldId === fieldId && one.what === 'purge');
  if (goes || row.removedAt + keptFor <= by.at) throw new NotBuilt({ refused: 'too-late' });
  if (app.fields.length >= buildLimits.fields) throw new NotBuilt({ refused: 'too-many-fields' });
  const called = name ?? row.name;
  const position = 1 + Math.max(-1, ...app.fields.map((field) => field.position));
  await tx
    .update(fields)
    .set({ removedAt: null, removedBy: null, name: called, nameKey: searchKey(called), position })
    .where(eq(fields.id, fieldId));
  await bump(tx, appId);
  await planRekey(tx, fieldId);
  await planRetitle(tx, appId);
  await tx.record(appChanged(appId), {
    ...{ actor: by.actor, action: 'field.restored', object: fieldId },
    after: { app: appId, name: called },
  });
};

/** A field that was taken away; times in ms since 1970, UTC. */
export type RemovedField = { field: Field; removedAt: number; until: number; removedBy: string | null };

/** The fields of an app that can still be brought back, the last removed first. */
export const removedFields = async (db: Reader, appId: string, now: number): Promise<RemovedField[]> => {
  const rows = await db
    .select({ field: fields, by: users.name })
    .from(fields)
    .leftJoin(users, eq(users.id, fields.removedBy))
    .where(and(eq(fields.appId, appId), isNotNull(fields.removedAt), gt(fields.removedAt, now - keptFor)))
    .orderBy(desc(fields.removedAt), desc(fields.n));
  return rows.map(({ field, by }) => {
    const removedAt = field.removedAt ?? now;
    return { field: toField(field), removedAt, until: removedAt + keptFor, removedBy: by };
  });
};
