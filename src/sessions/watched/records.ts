import { and, eq } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { conversations, lineCreatedApps, lines, sessionParticipants, sessions } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';

/** The ids of the lines whose pages show items of an app: as the clients' own, or to be created. */
export const linesWithApp = async (db: Reader, appId: string): Promise<ReadonlySet<string>> => {
  const linked = await linkedLines(db, { app: appId });
  const creating = await creatingLines(db, { app: appId });
  return new Set([...linked, ...creating].map(({ id }) => id));
};

/** A line to which an account wrote, and whose screens may show it there. */
export type SeenAccount = {
  line: string;
  /** A session of it waits: every operator of the line sees it. */
  waits: boolean;
  /** Who ever owned or answered a session of it. */
  participants: ReadonlySet<string>;
  /** Never at the desk. */
  clientUserId: string | null;
};

/** The same for every line to which the account wrote. */
export const whoSawAccount = async (db: Reader, accountId: string): Promise<SeenAccount[]> => {
  const found: SeenAccount[] = [];
  for (const { id, line, clientUserId } of await conversationsOf(db, { account: accountId })) {
    const waiting = await waitingIn(db, { conversation: id });
    const took = await tookPartIn(db, { conversation: id });
    const participants = new Set(took.map(({ person }) => person));
    found.push({ line, waits: waiting.length > 0, participants, clientUserId });
  }
  return found;
};

const linkedLines = statement((db, p: Params<{ app: string }>) =>
  db
    .select({ id: lines.id })
    .from(lines)
    .where(eq(lines.linkAppId, p('app'))),
);

const creatingLines = statement((db, p: Params<{ app: string }>) =>
  db
    .select({ id: lineCreatedApps.lineId })
    .from(lineCreatedApps)
    .where(eq(lineCreatedApps.appId, p('app'))),
);

// From the lines, of which there are few: with each of them an account has one conversation, and that has an index.
const conversationsOf = statement((db, p: Params<{ account: string }>) =>
  db
    .select({ id: conversations.id, line: lines.id, clientUserId: conversations.clientUserId })
    .from(lines)
    .innerJoin(conversations, and(eq(conversations.lineId, lines.id), eq(conversations.accountId, p('account')))),
);

const waitingIn = statement((db, p: Params<{ conversation: string }>) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.conversationId, p('conversation')), eq(sessions.state, 'unassigned')))
    .limit(1),
);

const tookPartIn = statement((db, p: Params<{ conversation: string }>) =>
  db
    .selectDistinct({ person: sessionParticipants.userId })
    .from(sessions)
    .innerJoin(sessionParticipants, eq(sessionParticipants.sessionId, sessions.id))
    .where(eq(sessions.conversationId, p('conversation'))),
);
