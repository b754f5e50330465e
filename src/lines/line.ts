import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { lines } from '../db/schema.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../db/violations.ts';
import { holdChosen, UnfitApp, wantFit } from './fit.ts';
import { merge, sameSetting, settingNames } from './merge.ts';
import { addParts, changeParts, isPart } from './parts.ts';
import { lineById } from './read.ts';
import type { Line, LineSettings, Setting } from './settings.ts';

/** Who does it, and when (ms since 1970, UTC). */
export type By = { actor: string; at: number };

/**
 * Adds a line under the id that its form carried.
 * @throws what `refusal` names
 */
export const createLine = async (tx: Tx, id: string, settings: LineSettings, by: By): Promise<void> => {
  await holdChosen(tx, settings);
  await wantFit(tx, settings, none);
  await tx.insert(lines).values({ id, ...columns(settings), archivedAt: null, createdAt: by.at });
  await addParts(tx, id, settings);
  await tx.record(settingsAndRights(id), { actor: by.actor, action: 'line.created', object: id, after: settings });
};

/** What became of a change; `conflict` names what somebody else changed since the form was shown, and changes nothing. */
export type Changed =
  | { kind: 'changed'; rights: boolean }
  | { kind: 'same' }
  | { kind: 'conflict'; stored: Line; settings: readonly Setting[] }
  | { kind: 'archived' }
  | { kind: 'missing' };

/**
 * Changes the settings in `typed`, and no other, on a line that is not archived. `stamp` says what the form showed. When
 * `rights` changed, sessions may have lost their owner's right to them: the caller releases them in the same transaction. An app
 * that does not qualify is refused only where it is chosen anew.
 * @throws what `refusal` names
 */
export const changeLine = async (
  tx: Tx,
  id: string,
  stamp: string,
  typed: Partial<LineSettings>,
  by: By,
): Promise<Changed> => {
  // Before the line: who changes an app holds it first, and then the lines that rely on it.
  await holdChosen(tx, typed);
  const open = await held(tx, id);
  const stored = await lineById(tx, id);
  if (!stored) return { kind: 'missing' };
  if (!open) return { kind: 'archived' };
  const { settings, conflicts } = merge(stamp, typed, stored);
  if (conflicts.length > 0) return { kind: 'conflict', stored, settings: conflicts };
  const changed = settingNames.filter((name) => !sameSetting(settings[name], stored[name]));
  if (changed.length === 0) return { kind: 'same' };
  await wantFit(tx, settings, stored);
  await tx.update(lines).set(columns(settings)).where(eq(lines.id, id));
  await changeParts(tx, id, stored, settings);
  const rights = changed.some(isPart);
  await tx.record(rights ? settingsAndRights(id) : { kind: 'line', ids: { line: id } }, {
    actor: by.actor,
    action: 'line.changed',
    object: id,
    before: only(changed, stored),
    after: only(changed, settings),
  });
  return { kind: 'changed', rights };
};

/**
 * Archives a line: nobody writes to it any more, all history stays. Answers whether it was open until now; the caller closes
 * its sessions in the same transaction.
 */
export const archiveLine = async (tx: Tx, id: string, by: By): Promise<boolean> => {
  const archived = await tx
    .update(lines)
    .set({ archivedAt: by.at })
    .where(and(eq(lines.id, id), isNull(lines.archivedAt)))
    .returning({ id: lines.id });
  if (archived.length === 0) return false;
  await tx.record(settingsAndRights(id), { actor: by.actor, action: 'line.archived', object: id });
  return true;
};

/**
 * Why the database would not store a line: another has its name, or (when it is new) its id; or a chosen group or person is
 * gone; or an app that was chosen does not qualify for it (3.4). Undefined for any other error.
 */
export const refusal = (error: unknown): LineRefusal | undefined => {
  if (error instanceof UnfitApp) return error.setting === 'linkApp' ? 'linkAppUnfit' : 'createdAppUnfit';
  if (isUniqueViolation(error, 'lines_name') || isUniqueViolation(error, 'lines_pkey')) return 'taken';
  return isForeignKeyViolation(error) ? 'choiceGone' : undefined;
};

/** Why a line is not stored. */
export type LineRefusal = 'taken' | 'choiceGone' | 'linkAppUnfit' | 'createdAppUnfit';

const none = { linkApp: null, createdApps: [] };

// Two people who save at once meet here: the second waits for the first, and then reads what it stored.
const held = async (tx: Tx, id: string): Promise<boolean> => {
  const rows = await tx
    .update(lines)
    .set({ id })
    .where(and(eq(lines.id, id), isNull(lines.archivedAt)))
    .returning({ id: lines.id });
  return rows.length > 0;
};

const settingsAndRights = (line: string) =>
  [
    { kind: 'line', ids: { line } },
    { kind: 'rights', ids: { line } },
  ] as const;

const columns = (settings: LineSettings) => ({
  name: settings.name,
  nameKey: searchKey(settings.name),
  description: settings.description,
  avatarFileId: settings.avatar,
  showOperator: settings.showOperator,
  linkAppId: settings.linkApp,
});

const only = (names: readonly Setting[], of: LineSettings): { readonly [Name in Setting]?: unknown } =>
  Object.fromEntries(names.map((name) => [name, of[name]]));
