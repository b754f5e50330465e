import type { AuditAction, AuditField } from './audit-actions.ts';

/**
 * What happens in conversations and with sign-ins. It passes: the audit log knows nothing of it.
 */
export type PassingFact =
  /** A message was added (the session may have been opened by it). */
  | { kind: 'message'; ids: { line: string; conversation: string; session: string; message: string } }
  /** A session opened, or changed its state or owner. `from` is the owner before. */
  | { kind: 'session'; ids: { line: string; conversation: string; session: string; from?: string } }
  /** A person at the desk read a session. */
  | { kind: 'read'; ids: { line: string; conversation: string; session: string; person: string } }
  /** The client read the conversation. */
  | { kind: 'seen'; ids: { line: string; conversation: string; session?: string; person: string } }
  /** An item of an app was made, changed, deleted or brought back, or somebody said something about it. */
  | { kind: 'item'; ids: { app: string; item: string } }
  /** A sign-in ended; its open pages must close. `signIn` is the hash; without it all of the person's. */
  | { kind: 'sign-out'; ids: { person: string; signIn?: string } };

/** What changes who may do what, or how something is set: it is told together with its entry of the audit log, or not at all. */
export type LastingFact =
  /** A line's settings changed, or it was archived. */
  | { kind: 'line'; ids: { line: string } }
  /** What somebody may do changed: the roles on a line, the members of a group or a unit, a unit's place, a person's activation. */
  | { kind: 'rights'; ids: { line?: string; app?: string; group?: string; unit?: string; person?: string } }
  /** An app or its fields changed, or it was archived. */
  | { kind: 'app'; ids: { app: string } }
  /** An account was linked to an item, or unlinked. */
  | { kind: 'account'; ids: { account: string; app: string; item: string } };

/** A person's name, picture, language or theme changed. What is somebody's own taste needs no entry, the rest has one. */
export type PersonFact = { kind: 'person'; ids: { person: string } };

/**
 * What can have happened, each with the ids of the things it touched. The live stream renders from these; a fact says
 * *that* something changed, never its content.
 */
export type NewFact = PassingFact | LastingFact | PersonFact;

/** A fact as it was stored: `seq` grows by commit order, `at` is milliseconds since 1970, UTC. */
export type Fact = NewFact & { seq: number; at: number };

/**
 * What the audit log keeps of a change. `before` and `after` hold ids and plain values of the fields that changed, and no
 * secret and no message's text.
 */
export type AuditEntry = {
  /** Null: the product itself, or somebody at the machine's own console. */
  actor: string | null;
  action: AuditAction;
  /** The id of what was changed. */
  object: string;
  before?: AuditValues;
  after?: AuditValues;
};

/** Values by the names of their fields. */
export type AuditValues = { readonly [Field in AuditField]?: unknown };
