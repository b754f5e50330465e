import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { lineAudienceGroups, lineAudienceUnits, lineAudienceUsers, lineCreatedApps, lineRoles } from '../db/schema.ts';
import type { LineSettings, Setting } from './settings.ts';

/** Everything of which a line has any number: who has a part in it, and the apps that are created from its chats. */
type Parts = Pick<LineSettings, (typeof partNames)[number]>;

/** Whether a setting says who has a part in the line. */
export const isPart = (setting: Setting): boolean =>
  setting !== 'createdApps' && partNames.some((name) => name === setting);

/** Stores the parts of a new line. */
export const addParts = (tx: Tx, lineId: string, parts: Parts): Promise<void> => changeParts(tx, lineId, none, parts);

/** Takes away and adds what differs between the stored parts and those wanted. */
export const changeParts = async (tx: Tx, lineId: string, stored: Parts, wanted: Parts): Promise<void> => {
  for (const name of partNames) {
    const gone = stored[name].filter((id) => !wanted[name].includes(id));
    const come = wanted[name].filter((id) => !stored[name].includes(id));
    if (gone.length > 0) await take[name](tx, lineId, gone);
    if (come.length > 0) await give[name](tx, lineId, come);
  }
};

const partNames = [
  ...(['audienceGroups', 'audienceUsers', 'audienceUnits', 'operatorGroups', 'supervisorGroups'] as const),
  'createdApps',
] as const;

const none: Parts = {
  audienceGroups: [],
  audienceUsers: [],
  audienceUnits: [],
  operatorGroups: [],
  supervisorGroups: [],
  createdApps: [],
};

type Change = (tx: Tx, lineId: string, ids: string[]) => PromiseLike<unknown>;

const give: Record<keyof Parts, Change> = {
  audienceGroups: (tx, lineId, ids) =>
    tx.insert(lineAudienceGroups).values(ids.map((groupId) => ({ lineId, groupId }))),
  audienceUsers: (tx, lineId, ids) => tx.insert(lineAudienceUsers).values(ids.map((userId) => ({ lineId, userId }))),
  audienceUnits: (tx, lineId, ids) => tx.insert(lineAudienceUnits).values(ids.map((unitId) => ({ lineId, unitId }))),
  operatorGroups: (tx, lineId, ids) => giveRole(tx, lineId, ids, 'operator'),
  supervisorGroups: (tx, lineId, ids) => giveRole(tx, lineId, ids, 'supervisor'),
  createdApps: (tx, lineId, ids) => tx.insert(lineCreatedApps).values(ids.map((appId) => ({ lineId, appId }))),
};

const take: Record<keyof Parts, Change> = {
  audienceGroups: (tx, lineId, ids) =>
    tx
      .delete(lineAudienceGroups)
      .where(and(eq(lineAudienceGroups.lineId, lineId), inArray(lineAudienceGroups.groupId, ids))),
  audienceUsers: (tx, lineId, ids) =>
    tx
      .delete(lineAudienceUsers)
      .where(and(eq(lineAudienceUsers.lineId, lineId), inArray(lineAudienceUsers.userId, ids))),
  audienceUnits: (tx, lineId, ids) =>
    tx
      .delete(lineAudienceUnits)
      .where(and(eq(lineAudienceUnits.lineId, lineId), inArray(lineAudienceUnits.unitId, ids))),
  operatorGroups: (tx, lineId, ids) => takeRole(tx, lineId, ids, 'operator'),
  supervisorGroups: (tx, lineId, ids) => takeRole(tx, lineId, ids, 'supervisor'),
  createdApps: (tx, lineId, ids) =>
    tx.delete(lineCreatedApps).where(and(eq(lineCreatedApps.lineId, lineId), inArray(lineCreatedApps.appId, ids))),
};

const giveRole = (tx: Tx, lineId: string, ids: string[], role: 'operator' | 'supervisor') =>
  tx.insert(lineRoles).values(ids.map((groupId) => ({ lineId, groupId, role })));

const takeRole = (tx: Tx, lineId: string, ids: string[], role: 'operator' | 'supervisor') =>
  tx
    .delete(lineRoles)
    .where(and(eq(lineRoles.lineId, lineId), inArray(lineRoles.groupId, ids), eq(lineRoles.role, role)));
