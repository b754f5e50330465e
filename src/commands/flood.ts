import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { exit, Refusal, wordsOf } from './refusal.ts';

/** Fills a database for load work. */
export const run = async (args: readonly string[], _config: Config): Promise<number> => {
  countsIn(args);
  throw new Refusal(exit.usage, 'Flooding is not built yet.');
};

/** How many of what is wanted. */
type Counts = { people: number; lines: number; conversations: number; messages: number };

const defaults: Counts = { people: 50, lines: 5, conversations: 1_000, messages: 10_000 };

const countsIn = (args: readonly string[]): Counts => {
  try {
    const text = { type: 'string' } as const;
    const options = { people: text, lines: text, conversations: text, messages: text };
    const { values } = parseArgs({ args: [...args], options });
    const count = (name: keyof Counts) => whole(name, values[name] ?? String(defaults[name]));
    return {
      people: count('people'),
      lines: count('lines'),
      conversations: count('conversations'),
      messages: count('messages'),
    };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(exit.usage, wordsOf(error));
  }
};

const whole = (name: string, value: string): number => {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new Refusal(exit.usage, `--${name} is "${value}", expected a whole number from 1 up`);
};
