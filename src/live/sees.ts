import type { SessionNow } from './load.ts';
import type { Viewer } from './viewer.ts';

/**
 * Whether somebody sees a session at the desk: in memory what `visibleTo` is in SQL. Never from the desk's side whoever
 * started it as the client.
 */
export const sees = (
  { personId, rights }: Viewer,
  { row, participants }: Pick<SessionNow, 'row' | 'participants'>,
): boolean => {
  if (row.client.userId === personId) return false;
  if (rights.supervises.has(row.line.id)) return true;
  if (!rights.operates.has(row.line.id)) return false;
  if (row.state === 'unassigned') return true;
  if (row.state === 'active') return row.owner?.id === personId;
  return row.state === 'closed' && participants.has(personId);
};
