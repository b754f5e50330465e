import type { Item } from './fields.ts';
import type { Layout } from './layout.ts';
import { expected, pageLength, type Question } from './question.ts';
import type { Asked } from './questions.ts';
import type { Store } from './store.ts';

/** How long each answer of a line took, ms, question by question. @throws if one of the answers is not the right one */
export const timesOf = async (
  layout: Layout,
  store: Store,
  { questions, count = false }: Asked,
  items: readonly Item[],
  runs: number,
): Promise<number[][]> => {
  const times: number[][] = [];
  for (const question of questions) {
    const ask = () => (count ? layout.count(store, question) : layout.page(store, question));
    requireRight(await ask(), question, items, layout.name);
    times.push(await repeated(runs, ask));
  }
  return times;
};

/** How long something takes, ms, so many times. */
export const repeated = async (runs: number, work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await oneOfMany(work));
  return times;
};

/** The system counts a thread's time in steps of some milliseconds: what is short is done again until it is long. */
const oneOfMany = async (work: () => Promise<unknown>): Promise<number> => {
  let [total, count] = [0, 0];
  for (; total < 40 && count < 200; count++) total += await timed(work);
  return total / count;
};

/**
 * How long something keeps this thread's processor, ms. Both databases answer on it and all they read lies in the system's memory,
 * so that it is how long the event loop stands still where nobody else wants the processor. Waiting for the disk is not in it.
 */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
};

/** A list that shows something else than it should would be quick for nothing. */
const requireRight = (
  answer: number | readonly { seq: number }[],
  question: Question,
  items: readonly Item[],
  name: string,
): void => {
  const list = right.get(question) ?? expected(items, { ...question });
  right.set(question, list);
  const { after } = question;
  const start = after ? list.findIndex(({ seq }) => seq === after.seq) + 1 : 0;
  const wanted = list.slice(start, start + pageLength).map(({ seq }) => seq);
  const same =
    typeof answer === 'number' ? answer === list.length : String(answer.map(({ seq }) => seq)) === String(wanted);
  if (same) return;
  const got = typeof answer === 'number' ? `${answer} of ${list.length}` : `${answer.map(({ seq }) => seq)}\n${wanted}`;
  throw new Error(`${name} answers ${JSON.stringify(question)} wrongly: ${got}`);
};

const right = new Map<Question, ReturnType<typeof expected>>();
