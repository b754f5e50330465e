import { type AuditAction, auditActions } from '../db/audit-actions.ts';

/** The actions that a word of the filter stands for: one of them, or all on one kind of thing. Undefined for any other word. */
export const actionsOf = (what: string): readonly AuditAction[] | undefined => {
  const found = auditActions.filter((action) => action === what || action.startsWith(`${what}.`));
  return found.length === 0 ? undefined : found;
};
