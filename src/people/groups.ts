import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { appRights, apps, groupMembers, groups, lineAudienceGroups, lineRoles, lines } from '../db/schema.ts';
import { isForeignKeyViolation } from '../db/violations.ts';
import { newId } from '../id.ts';
import { NotDone } from './refusal.ts';

/** A named set of people. `system`: one that the product relies on. */
export type Group = { id: string; name: string; system: 'administrators' | 'everyone' | null };

/** The group with this id, if there is one. */
export const groupById = async (db: Reader, id: string): Promise<Group | undefined> => {
  const [group] = await db.select(asGroup).from(groups).where(eq(groups.id, id));
  return group;
};

/** The groups that a person can be put into, by name: all but Everyone. */
export const groupsToJoin = async (db: Reader): Promise<Group[]> =>
  await db
    .select(asGroup)
    .from(groups)
    .where(or(isNull(groups.system), ne(groups.system, 'everyone')))
    .orderBy(asc(groups.nameKey), asc(groups.id));

/**
 * Creates a group without members and answers its id.
 * @throws for a taken name by its key, see `orRefusal`
 */
export const createGroup = async (
  tx: Tx,
  actor: string,
  { id = newId(), name, at }: { id?: string; name: string; at: number },
): Promise<string> => {
  await tx.insert(groups).values({ id, name, nameKey: searchKey(name), system: null, createdAt: at });
  await tx.record(
    { kind: 'rights', ids: { group: id } },
    { actor, action: 'group.created', object: id, after: { name } },
  );
  return id;
};

/** @throws NotDone 'missing', 'system-group'; for a taken name by its key, see `orRefusal` */
export const renameGroup = async (tx: Tx, actor: string, id: string, name: string): Promise<void> => {
  const before = await changeable(tx, id);
  if (before.name === name) return;
  await tx
    .update(groups)
    .set({ name, nameKey: searchKey(name) })
    .where(eq(groups.id, id));
  await tx.record(
    { kind: 'rights', ids: { group: id } },
    { actor, action: 'group.renamed', object: id, before: { name: before.name }, after: { name } },
  );
};

/** Deletes a group that no line and no app relies on. @throws NotDone 'missing', 'system-group', 'group-in-use' */
export const deleteGroup = async (tx: Tx, actor: string, id: string): Promise<void> => {
  const { name } = await changeable(tx, id);
  const gone = await tx.delete(groupMembers).where(eq(groupMembers.groupId, id)).returning({ id: groupMembers.userId });
  try {
    await tx.delete(groups).where(and(eq(groups.id, id), isNull(groups.system)));
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new NotDone('group-in-use');
    throw error;
  }
  await tx.record(
    { kind: 'rights', ids: { group: id } },
    { actor, action: 'group.deleted', object: id, before: { name, members: gone.map((member) => member.id) } },
  );
};

/** Names of the lines, and then of the apps, that rely on a group, by name: why it cannot be deleted. */
export const reliesOnGroup = async (db: Reader, groupId: string): Promise<string[]> => {
  const audience = db
    .select({ id: lineAudienceGroups.lineId })
    .from(lineAudienceGroups)
    .where(eq(lineAudienceGroups.groupId, groupId));
  const roles = db.select({ id: lineRoles.lineId }).from(lineRoles).where(eq(lineRoles.groupId, groupId));
  const rows = await db
    .select({ name: lines.name })
    .from(lines)
    .where(or(inArray(lines.id, audience), inArray(lines.id, roles)))
    .orderBy(asc(lines.nameKey));
  const rights = db.select({ id: appRights.appId }).from(appRights).where(eq(appRights.groupId, groupId));
  const seen = await db
    .select({ name: apps.name })
    .from(apps)
    .where(inArray(apps.id, rights))
    .orderBy(asc(apps.nameKey));
  return [...rows, ...seen].map((row) => row.name);
};

const asGroup = { id: groups.id, name: groups.name, system: groups.system };

const changeable = async (tx: Tx, id: string): Promise<Group> => {
  const group = await groupById(tx, id);
  if (!group) throw new NotDone('missing');
  if (group.system) throw new NotDone('system-group');
  return group;
};
