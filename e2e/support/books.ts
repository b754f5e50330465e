import type { Db } from '../../src/db/doors.ts';
import { accounts, conversations, messageFiles, messages, sessions } from '../../src/db/schema.ts';
import { ownConversations } from '../../src/sessions/conversations.ts';
import { countersFor } from '../../src/sessions/counters.ts';
import { listBox, listWaiting } from '../../src/sessions/list.ts';
import { deskBoxes } from '../../src/sessions/navigation.ts';
import type { SessionPage } from '../../src/sessions/shapes.ts';

/** What people wrote, in the order of each conversation; events are left out. */
export const writtenIn = async (db: Db) =>
  (await db.read.select().from(messages))
    .filter((message) => message.kind !== 'event')
    .sort((one, other) => one.conversationId.localeCompare(other.conversationId) || one.seq - other.seq);

/** Which files belong to messages. */
export const filesOfMessages = async (db: Db): Promise<readonly string[]> =>
  (await db.read.select({ id: messageFiles.fileId }).from(messageFiles)).map(({ id }) => id).sort();

/**
 * Recounts everything from the messages and the lists alone, and answers each number that differs: none, if all is well.
 *
 * @param people whose counters and boxes are looked at
 */
export const wrongNumbers = async (db: Db, people: readonly string[]): Promise<readonly string[]> => {
  const wrong = [...(await wrongConversations(db))];
  for (const person of people) wrong.push(...(await wrongCounters(db, person)));
  return wrong;
};

const wrongConversations = async (db: Db): Promise<readonly string[]> => {
  const all = await db.read.select().from(messages);
  const wrong: string[] = [];
  for (const conversation of await db.read.select().from(conversations)) {
    const own = all.filter((message) => message.conversationId === conversation.id).sort((a, b) => a.seq - b.seq);
    const of = (kind: string) => own.filter((message) => message.kind === kind).length;
    differ(wrong, `the last number of ${conversation.id}`, conversation.lastSeq, own.length);
    differ(
      wrong,
      `the numbers in ${conversation.id}`,
      own.map(({ seq }) => seq).join(),
      own.map((_, i) => i + 1).join(),
    );
    differ(wrong, `the client's messages in ${conversation.id}`, conversation.clientCount, of('client'));
    differ(wrong, `the answers in ${conversation.id}`, conversation.answerCount, of('answer'));
    const episodes = (await db.read.select().from(sessions)).filter((one) => one.conversationId === conversation.id);
    differ(wrong, `the sessions of ${conversation.id} that are open`, Math.min(1, open(episodes)), open(episodes));
    for (const session of episodes) {
      const newest = Math.max(...own.filter((message) => message.sessionId === session.id).map(({ seq }) => seq));
      differ(wrong, `the last number of the session ${session.id}`, session.lastSeq, newest);
    }
  }
  const owners = (await db.read.select().from(accounts)).map((account) => account.userId);
  differ(wrong, 'the accounts of different people', new Set(owners).size, owners.length);
  return wrong;
};

const open = (episodes: readonly { state: string }[]): number =>
  episodes.filter((session) => session.state !== 'closed').length;

const wrongCounters = async (db: Db, person: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const counters = await countersFor(db.read, person);
  const waiting = await lengthOf((after) => listWaiting(db.read, person, after));
  differ(wrong, `red at Lines for ${person}`, counters.lines, waiting);
  const own = (await ownConversations(db.read, person)).rows.filter((row) => row.unread > 0).length;
  differ(wrong, `red at Messages for ${person}`, counters.messages, own);
  const desk = await deskBoxes(db.read, person);
  let queue = 0;
  for (const { line, boxes, operates } of desk.lines) {
    for (const { box, count } of boxes) {
      const length = await lengthOf((after) => listBox(db.read, person, line.id, box, after));
      if (count !== null) differ(wrong, `${box} of ${line.name} for ${person}`, count, length);
      if (operates && box === 'unassigned') queue += length;
    }
  }
  if (counters.queue !== null) differ(wrong, `blue for ${person}`, counters.queue, queue);
  return wrong;
};

const lengthOf = async (page: (after?: string) => Promise<SessionPage | undefined>): Promise<number> => {
  let length = 0;
  let after: string | undefined;
  do {
    const found = await page(after);
    length += found?.rows.length ?? 0;
    after = found?.after ?? undefined;
  } while (after !== undefined);
  return length;
};

const differ = (wrong: string[], what: string, says: unknown, is: unknown): void => {
  if (says !== is) wrong.push(`${what}: ${says}, but ${is}`);
};
