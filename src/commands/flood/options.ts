import { parseArgs } from 'node:util';
import { z } from 'zod';
import { exit, Refusal, wordsOf } from '../refusal.ts';

/** How much of everything is to be there. `messages` are those that people write; what happens to sessions comes on top. */
export type Size = { people: number; units: number; lines: number; conversations: number; messages: number };

/** Reads what was typed behind `flood`. @throws Refusal that says what was expected */
export const readSize = (typed: readonly string[]): Size => {
  const size = parse(typed);
  const { people, lines, conversations, messages } = size;
  if (people < fewest) throw wrong(`--people ${people} is too few: it takes ${fewest}`);
  const most = (people - staffFor(people, lines)) * lines;
  if (conversations > most) {
    throw wrong(
      `--conversations ${conversations} is too many: a person has one with each line, which makes ${most} here`,
    );
  }
  if (messages < conversations) throw wrong(`--messages ${messages} is too few: each conversation has at least one`);
  return size;
};

/** How many of the people work at the desk, the administrator among them; everybody else writes to the lines. */
export const staffFor = (people: number, lines: number): number =>
  Math.max(4, Math.min(Math.round(people / 10), 1 + 5 * lines));

/** Three who work at the desk, an administrator, and somebody who writes. */
const fewest = 5;

const parse = (typed: readonly string[]): Size => {
  const one = { type: 'string' } as const;
  try {
    const options = { people: one, units: one, lines: one, conversations: one, messages: one };
    const { values } = parseArgs({ args: [...typed], options });
    const read = schema.safeParse(values);
    if (read.success) return read.data;
    const names = read.error.issues.map((issue) => `--${String(issue.path[0])}`);
    throw wrong(`${names.join(', ')}: expected a whole number up to 100,000,000`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw wrong(wordsOf(error));
  }
};

const number = (otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(100_000_000))
    .default(otherwise);

const schema = z.object({
  people: number(300),
  units: number(50),
  lines: number(5),
  conversations: number(1000),
  messages: number(10_000),
});

const wrong = (words: string): Refusal =>
  new Refusal(exit.usage, `${words}.\nflood --people 300 --units 50 --lines 5 --conversations 1000 --messages 10000`);
