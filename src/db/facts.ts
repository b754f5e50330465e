/**
 * What can have happened, each with the ids of the things it touched. The live stream renders from these; a fact says
 * *that* something changed, never its content.
 */
export type NewFact =
  /** A message was added (the session may have been opened by it). */
  | { kind: 'message'; ids: { line: string; conversation: string; session: string; message: string } }
  /** A session opened, or changed its state or owner. `from` is the owner before. */
  | { kind: 'session'; ids: { line: string; conversation: string; session: string; from?: string } }
  /** A person at the desk read a session. */
  | { kind: 'read'; ids: { line: string; conversation: string; session: string; person: string } }
  /** The client read the conversation. */
  | { kind: 'seen'; ids: { line: string; conversation: string; session?: string; person: string } }
  /** A line's settings changed, or it was archived. */
  | { kind: 'line'; ids: { line: string } }
  /** What somebody may do changed: the roles on a line, a group's members, a person's activation. */
  | { kind: 'rights'; ids: { line?: string; group?: string; person?: string } }
  /** A person's name, language or theme changed. */
  | { kind: 'person'; ids: { person: string } }
  /** A sign-in ended; its open pages must close. `signIn` is the hash; without it all of the person's. */
  | { kind: 'sign-out'; ids: { person: string; signIn?: string } };

/** A fact as it was stored: `seq` grows by commit order, `at` is milliseconds since 1970, UTC. */
export type Fact = NewFact & { seq: number; at: number };

/** What the audit log keeps of a change. `before` and `after` hold no secret and no message's text. */
export type AuditEntry = {
  actor: string | null;
  action: string;
  object: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};
