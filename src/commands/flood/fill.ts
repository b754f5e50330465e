import type { Db } from '../../db/doors.ts';
import { type Chance, chanceFrom } from '../made-up/chance.ts';
import type { Story } from '../made-up/deed.ts';
import { bookOf, type Rows } from './book.ts';
import { type Client, type Company, foundCompany } from './company.ts';
import { insertRows } from './insert.ts';
import type { Size } from './options.ts';
import { type Outline, script } from './script.ts';
import { say, sentences } from './texts.ts';

/** How much was written. `messages` are those of people, as they were asked for; `events` are what happened to sessions. */
export type Filled = { conversations: number; sessions: number; messages: number; events: number };

/**
 * Fills a new database with a company and what it wrote in two years. The same size and the same `now` (ms since 1970) make the
 * same company, texts and times.
 *
 * @param progress is told how many of the messages are in
 */
export const fill = async (
  db: Db,
  size: Size,
  passwordHash: string,
  now: number,
  progress: (messages: number) => void = () => undefined,
): Promise<Filled> => {
  const chance = chanceFrom(20_261_122);
  const company = await foundCompany(db, chance, size, passwordHash, now - span);
  const filled: Filled = { conversations: 0, sessions: 0, messages: 0, events: 0 };
  for (const { stories, clients } of chunks(chance, size, company, now)) {
    const books = stories.map((story, index) => bookOf(chance, story, clients[index]?.accountId ?? ''));
    await db.write((tx) => insertRows(tx, books));
    add(filled, books);
    progress(filled.messages);
  }
  return filled;
};

const span = 730 * 24 * 3_600_000;
const workday = 8 * 3_600_000;

/** People's messages in one unit of work: more would keep the queue for too long, fewer would sync the disk too often. */
const chunk = 4_000;

type Told = { story: Story; client: Client };
type Chunk = { stories: readonly Story[]; clients: readonly Client[] };

/** Conversations in the order in which they begin, in portions that are written at once. */
function* chunks(chance: Chance, size: Size, company: Company, now: number): Generator<Chunk> {
  const texts = sentences(chance);
  const counts = spread(chance, size);
  let told: Told[] = [];
  let messages = 0;
  for (let index = 0; index < size.conversations; index++) {
    const count = counts[index] ?? 1;
    told.push(tell(chance, texts, size, company, now, index, count));
    messages += count;
    if (messages < chunk && index < size.conversations - 1) continue;
    yield { stories: told.map(({ story }) => story), clients: told.map(({ client }) => client) };
    told = [];
    messages = 0;
  }
}

/** How many messages each conversation has: at least one, most of them few, some many, exactly as many as were asked for. */
const spread = (chance: Chance, { conversations, messages }: Size): Uint32Array => {
  const weights = new Uint8Array(conversations).map(() => chance.pick([1, 1, 2, 2, 3, 5, 8, 13, 25, 40]));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  const upTo = (weight: number) => Math.floor(((messages - conversations) * weight) / whole);
  return Uint32Array.from(weights, (weight) => {
    const share = upTo(before + weight) - upTo(before);
    before += weight;
    return 1 + share;
  });
};

const tell = (
  chance: Chance,
  texts: readonly string[],
  size: Size,
  company: Company,
  now: number,
  index: number,
  messages: number,
): Told => {
  const line = company.lines[index % size.lines];
  const client = company.clients[Math.floor(index / size.lines)];
  if (!(line && client)) throw new Error('There are more conversations than people for them.');
  const ending = endingOf(size, index);
  const outline: Outline = {
    ...{ messages, ending, operators: line.operators, say: () => say(chance, texts) },
    ...timesOf(chance, size, now, index, ending),
  };
  return { story: { client, lineId: line.id, deeds: script(chance, outline) }, client };
};

/** On each line the last ones are still open: what waits at a desk does not grow with what was ever written. */
const endingOf = ({ conversations, lines }: Size, index: number): Outline['ending'] => {
  const perLine = Math.floor(conversations / lines);
  const fromEnd = Math.floor((conversations - 1 - index) / lines);
  if (fromEnd < Math.min(15, perLine / 6)) return 'unassigned';
  return fromEnd < Math.min(65, perLine / 2) ? 'active' : 'closed';
};

const timesOf = (chance: Chance, { conversations }: Size, now: number, index: number, ending: Outline['ending']) => {
  if (ending !== 'closed') return { from: now - 1 - chance.below(workday), until: now };
  const from = now - span + Math.floor(((span - workday) * index) / conversations);
  return { from, until: Math.min(now, from + (1 + chance.below(60)) * workday) };
};

const add = (filled: Filled, books: readonly Rows[]): void => {
  filled.conversations += books.length;
  for (const { sessions, messages } of books) {
    const events = messages.filter((message) => message.kind === 'event').length;
    filled.sessions += sessions.length;
    filled.events += events;
    filled.messages += messages.length - events;
  }
};
