import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { appRights } from '../../db/schema.ts';
import type { AppSettings } from './definition.ts';

type Rights = Pick<AppSettings, (typeof rightNames)[number]>;

/** Which settings say who may do something with an app's items. */
export const rightNames = ['seeGroups', 'createGroups', 'editGroups'] as const;

/** The groups that see, create and edit an app's items, by their ids and in the order of these. */
export const rightsOf = async (db: Reader, appId: string): Promise<Rights> => {
  const rows = await db.select().from(appRights).where(eq(appRights.appId, appId)).orderBy(asc(appRights.groupId));
  const groups = (may: 'see' | 'create' | 'edit') => rows.filter((row) => row.may === may).map((row) => row.groupId);
  return { seeGroups: groups('see'), createGroups: groups('create'), editGroups: groups('edit') };
};

/** Stores who may do what. They are few, so all are written anew. */
export const writeRights = async (tx: Tx, appId: string, rights: Rights): Promise<void> => {
  await tx.delete(appRights).where(eq(appRights.appId, appId));
  const rows = [
    ...rights.seeGroups.map((groupId) => ({ appId, groupId, may: 'see' as const })),
    ...rights.createGroups.map((groupId) => ({ appId, groupId, may: 'create' as const })),
    ...rights.editGroups.map((groupId) => ({ appId, groupId, may: 'edit' as const })),
  ];
  if (rows.length > 0) await tx.insert(appRights).values(rows);
};
