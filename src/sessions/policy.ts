import type { LineRoles } from '../lines/roles.ts';
import type { Abilities, SessionRow } from './shapes.ts';

/** Somebody at the desk with what they are on the session's line. */
export type Actor = { id: string; roles: LineRoles };

type Subject = Pick<SessionRow, 'state' | 'owner'>;

/** Operators take what is unassigned; a supervisor who operates the line, too, takes over. */
export const mayTake = (actor: Actor, session: Subject): boolean =>
  actor.roles.operator &&
  !owns(actor, session) &&
  (session.state === 'unassigned' || (session.state === 'active' && actor.roles.supervisor));

/** Only the owner answers. */
export const mayReply = (actor: Pick<Actor, 'id'>, session: Subject): boolean => owns(actor, session);

/** Operators give away their own and unassigned sessions, supervisors any. */
export const mayReassign = (actor: Actor, session: Subject): boolean =>
  isOpen(session) &&
  (actor.roles.supervisor || (actor.roles.operator && (session.state === 'unassigned' || owns(actor, session))));

/** The owner and the supervisors put a session back into the queue. */
export const mayGiveBack = (actor: Actor, session: Subject): boolean =>
  session.state === 'active' && (owns(actor, session) || actor.roles.supervisor);

/** The owner closes; supervisors close any open session of their line. */
export const mayClose = (actor: Actor, session: Subject): boolean =>
  isOpen(session) && (owns(actor, session) || actor.roles.supervisor);

/** Everything at once, so that a page offers just what is allowed. */
export const abilities = (actor: Actor & { administrator: boolean }, session: Subject): Abilities => ({
  take: mayTake(actor, session),
  reply: mayReply(actor, session),
  reassign: mayReassign(actor, session),
  giveBack: mayGiveBack(actor, session),
  close: mayClose(actor, session),
  settings: actor.administrator || actor.roles.supervisor,
});

const isOpen = (session: Subject): boolean => session.state === 'unassigned' || session.state === 'active';

const owns = (actor: Pick<Actor, 'id'>, session: Subject): boolean =>
  session.state === 'active' && session.owner?.id === actor.id;
