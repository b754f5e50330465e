/**
 * The life of sessions told once more, naively, with plain arrays: what the real one is held against. It knows the
 * specification (Words, 4 and 5), not the code.
 */

type ModelSession = {
  id: string | null;
  line: string;
  client: string;
  state: 'unassigned' | 'active' | 'closed';
  owner: string | null;
  /** In order: who wrote, and for the client's messages who has read them at the desk. */
  log: { by: 'client' | 'answer'; readBy: Set<string> }[];
  took: Set<string>;
  waitsSince: number;
};

export class Model {
  readonly sessions: ModelSession[] = [];
  /** Answers that the client has not read, by `client line`. */
  readonly answersUnread = new Map<string, number>();
  private clock = 0;

  readonly operators: Map<string, Set<string>>;
  readonly supervisors: Map<string, Set<string>>;

  constructor(operators: Map<string, Set<string>>, supervisors: Map<string, Set<string>>) {
    this.operators = operators;
    this.supervisors = supervisors;
  }

  write(client: string, line: string): ModelSession {
    const open = this.sessions.find((s) => s.client === client && s.line === line && s.state !== 'closed');
    const session: ModelSession = open ?? {
      ...{ id: null, line, client, state: 'unassigned', owner: null, log: [], took: new Set() },
      waitsSince: ++this.clock,
    };
    if (!open) this.sessions.push(session);
    else if (this.unanswered(session).length === 0) session.waitsSince = ++this.clock;
    session.log.push({ by: 'client', readBy: new Set() });
    this.answersUnread.set(`${client} ${line}`, 0);
    return session;
  }

  own(session: ModelSession, owner: string): void {
    session.state = 'active';
    session.owner = owner;
    session.took.add(owner);
  }

  answer(session: ModelSession): void {
    session.log.push({ by: 'answer', readBy: new Set() });
    const key = `${session.client} ${session.line}`;
    this.answersUnread.set(key, (this.answersUnread.get(key) ?? 0) + 1);
  }

  queue(session: ModelSession): void {
    if (this.unanswered(session).length === 0) session.waitsSince = ++this.clock;
    session.state = 'unassigned';
    session.owner = null;
  }

  close(session: ModelSession): void {
    session.state = 'closed';
  }

  read(session: ModelSession, person: string): void {
    for (const message of session.log) message.readBy.add(person);
  }

  leave(person: string): void {
    for (const people of this.operators.values()) people.delete(person);
    for (const session of this.sessions)
      if (session.state === 'active' && session.owner === person) this.queue(session);
  }

  unread(session: ModelSession, person: string): number {
    if (session.state === 'closed') return 0;
    const messages = this.unanswered(session);
    const lastRead = messages.findLastIndex((message) => message.readBy.has(person));
    return messages.length - 1 - lastRead;
  }

  sees(session: ModelSession, person: string): boolean {
    if (session.client === person) return false;
    if (this.supervises(person, session.line)) return true;
    if (!this.operates(person, session.line)) return false;
    if (session.state === 'unassigned') return true;
    return session.state === 'active' ? session.owner === person : session.took.has(person);
  }

  box(person: string, line: string, box: 'mine' | 'unassigned' | 'active' | 'closed'): ModelSession[] {
    return this.sessions.filter(
      (session) =>
        session.line === line &&
        this.sees(session, person) &&
        (box === 'mine' ? session.state === 'active' && session.owner === person : session.state === box),
    );
  }

  waiting(person: string): ModelSession[] {
    return this.sessions.filter((session) => {
      if (session.client === person) return false;
      if (session.state === 'unassigned') return this.supervises(person, session.line);
      return session.state === 'active' && session.owner === person && this.unread(session, person) > 0;
    });
  }

  inQueue(person: string): ModelSession[] {
    return this.sessions
      .filter((s) => s.state === 'unassigned' && s.client !== person && this.operates(person, s.line))
      .sort((a, b) => a.waitsSince - b.waitsSince);
  }

  ownsActive(session: ModelSession, person: string): boolean {
    return session.state === 'active' && session.owner === person;
  }

  /** Whether somebody may end or give back what is being handled: its owner, and the line's supervisors. */
  handles(session: ModelSession, person: string): boolean {
    return this.ownsActive(session, person) || this.supervises(person, session.line);
  }

  mayGive(session: ModelSession, person: string, to: string): boolean {
    if (!this.operates(to, session.line) || to === session.client) return false;
    if (this.supervises(person, session.line)) return true;
    return this.operates(person, session.line) && (session.state === 'unassigned' || this.ownsActive(session, person));
  }

  hasBox(person: string, line: string, box: 'mine' | 'unassigned' | 'active' | 'closed'): boolean {
    if (box === 'mine') return this.operates(person, line);
    if (box === 'active') return this.supervises(person, line);
    return this.operates(person, line) || this.supervises(person, line);
  }

  operates(person: string, line: string): boolean {
    return this.operators.get(line)?.has(person) ?? false;
  }

  supervises(person: string, line: string): boolean {
    return this.supervisors.get(line)?.has(person) ?? false;
  }

  private unanswered(session: ModelSession) {
    return session.log.slice(session.log.findLastIndex((message) => message.by === 'answer') + 1);
  }
}

export type { ModelSession };
