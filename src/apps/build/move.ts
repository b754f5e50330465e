import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { fields } from '../../db/schema.ts';
import { appChanged } from './app.ts';
import { fieldIn } from './field.ts';
import { bump, holdApp } from './hold.ts';
import type { By } from './refusal.ts';

/**
 * Moves a field one place up or down among those of its app.
 *
 * @param from the place at which the page showed it, from 0: a press that was sent twice moves it once
 * @returns whether it moved
 * @throws NotBuilt 'missing', 'archived'
 */
export const moveField = async (
  tx: Tx,
  { app: appId, field: fieldId, from, to }: { app: string; field: string; from: number; to: 'up' | 'down' },
  by: By,
): Promise<boolean> => {
  const app = await holdApp(tx, appId);
  const place = app.fields.indexOf(fieldIn(app, fieldId));
  const other = place + (to === 'up' ? -1 : 1);
  if (place !== from || other < 0 || other >= app.fields.length) return false;
  const ordered = app.fields.toSpliced(place, 1).toSpliced(other, 0, fieldIn(app, fieldId));
  for (const [position, field] of ordered.entries())
    if (field.position !== position) await tx.update(fields).set({ position }).where(eq(fields.id, field.id));
  await bump(tx, appId);
  await tx.record(appChanged(appId), {
    ...{ actor: by.actor, action: 'field.changed', object: fieldId },
    before: { position: place + 1 },
    after: { position: other + 1 },
  });
  return true;
};
