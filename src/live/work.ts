import type { Fact } from '../db/facts.ts';

type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** What happened to one session in a stretch of facts. */
export type Touched = {
  readonly id: string;
  readonly line: string;
  readonly conversation: string;
  /** It opened, or changed state or owner. */
  readonly moves: FactOf<'session'>[];
  readonly messages: FactOf<'message'>[];
  readonly readers: Set<string>;
};

/** What happened in one conversation. */
export type Stirred = {
  readonly id: string;
  readonly line: string;
  readonly sessions: Map<string, Touched>;
  /** The client read further; `session` is the open one of the conversation. */
  seen: { session: string | undefined } | null;
};

/** Facts about what somebody may see, or about the sign-in itself. They come before all others. */
export type Standing = FactOf<'rights' | 'line' | 'app' | 'person' | 'sign-out'>;

/** Facts about items and whose accounts they hold: no session changes by them. */
export type OfItems = FactOf<'item' | 'account'>;

export const isOfItems = (fact: Fact): fact is OfItems => fact.kind === 'item' || fact.kind === 'account';

export const isStanding = (fact: Fact): fact is Standing =>
  fact.kind === 'rights' ||
  fact.kind === 'line' ||
  fact.kind === 'app' ||
  fact.kind === 'person' ||
  fact.kind === 'sign-out';

/** Sorts facts by what they are about: each thing is looked at once, however often it changed. */
export const workOf = (facts: readonly Fact[]): Stirred[] => {
  const work = new Map<string, Stirred>();
  for (const fact of facts) {
    if (isStanding(fact) || isOfItems(fact)) continue;
    const stirred = stirredIn(work, fact.ids);
    if (fact.kind === 'seen') stirred.seen = { session: fact.ids.session };
    else note(touchedIn(stirred, fact.ids.session), fact);
  }
  return [...work.values()];
};

const note = (touched: Touched, fact: FactOf<'session' | 'message' | 'read'>): void => {
  if (fact.kind === 'session') touched.moves.push(fact);
  else if (fact.kind === 'message') touched.messages.push(fact);
  else touched.readers.add(fact.ids.person);
};

const stirredIn = (
  work: Map<string, Stirred>,
  { conversation, line }: { conversation: string; line: string },
): Stirred => {
  const known = work.get(conversation);
  if (known) return known;
  const fresh: Stirred = { id: conversation, line, sessions: new Map(), seen: null };
  work.set(conversation, fresh);
  return fresh;
};

const touchedIn = (stirred: Stirred, id: string): Touched => {
  const known = stirred.sessions.get(id);
  if (known) return known;
  const fresh = {
    id,
    line: stirred.line,
    conversation: stirred.id,
    moves: [],
    messages: [],
    readers: new Set<string>(),
  };
  stirred.sessions.set(id, fresh);
  return fresh;
};
