import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import {
  lineAudienceGroups,
  lineAudienceUnits,
  lineAudienceUsers,
  lineCreatedApps,
  lineRoles,
  lines,
} from '../db/schema.ts';
import { avatarAddress } from './avatar.ts';
import type { Line } from './settings.ts';

/** A line with all its settings, or null if there is none with that id. */
export const lineById = async (db: Reader, id: string): Promise<Line | null> => {
  const [line] = await db.select().from(lines).where(eq(lines.id, id));
  if (!line) return null;
  const audienceGroups = await db
    .select({ id: lineAudienceGroups.groupId })
    .from(lineAudienceGroups)
    .where(eq(lineAudienceGroups.lineId, id))
    .orderBy(asc(lineAudienceGroups.groupId));
  const audienceUsers = await db
    .select({ id: lineAudienceUsers.userId })
    .from(lineAudienceUsers)
    .where(eq(lineAudienceUsers.lineId, id))
    .orderBy(asc(lineAudienceUsers.userId));
  const audienceUnits = await db
    .select({ id: lineAudienceUnits.unitId })
    .from(lineAudienceUnits)
    .where(eq(lineAudienceUnits.lineId, id))
    .orderBy(asc(lineAudienceUnits.unitId));
  const roles = await db
    .select({ id: lineRoles.groupId, role: lineRoles.role })
    .from(lineRoles)
    .where(eq(lineRoles.lineId, id))
    .orderBy(asc(lineRoles.groupId));
  const createdApps = await db
    .select({ id: lineCreatedApps.appId })
    .from(lineCreatedApps)
    .where(eq(lineCreatedApps.lineId, id))
    .orderBy(asc(lineCreatedApps.appId));
  return {
    id: line.id,
    name: line.name,
    description: line.description,
    avatar: line.avatarFileId,
    avatarAddress: avatarAddress(id, line.avatarFileId),
    showOperator: line.showOperator,
    archivedAt: line.archivedAt,
    audienceGroups: ids(audienceGroups),
    audienceUsers: ids(audienceUsers),
    audienceUnits: ids(audienceUnits),
    operatorGroups: ids(roles.filter((row) => row.role === 'operator')),
    supervisorGroups: ids(roles.filter((row) => row.role === 'supervisor')),
    linkApp: line.linkAppId,
    createdApps: ids(createdApps),
  };
};

/** A line in the list of all lines. */
export type ListedLine = {
  id: string;
  name: string;
  description: string;
  avatarAddress: string | null;
  archivedAt: number | null;
  /** Whether any group operates it: a line without rings nobody. */
  operated: boolean;
};

/** All lines by name, archived ones last, for whoever configures them. */
export const linesForAdministrator = async (db: Reader): Promise<ListedLine[]> => {
  const found = await db
    .select({
      id: lines.id,
      name: lines.name,
      description: lines.description,
      avatar: lines.avatarFileId,
      archivedAt: lines.archivedAt,
    })
    .from(lines)
    .orderBy(asc(isNotNull(lines.archivedAt)), asc(lines.nameKey));
  const operated = await db
    .selectDistinct({ id: lineRoles.lineId })
    .from(lineRoles)
    .where(eq(lineRoles.role, 'operator'));
  const withOperators = new Set(ids(operated));
  return found.map(({ avatar, ...line }) => ({
    ...line,
    avatarAddress: avatarAddress(line.id, avatar),
    operated: withOperators.has(line.id),
  }));
};

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);
