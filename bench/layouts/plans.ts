import type { SQL } from 'drizzle-orm';
import type { Layout } from './layout.ts';
import type { Asked } from './questions.ts';
import type { Store } from './store.ts';

/** How the database goes about the first and the last question of a line, in its own words. */
export const plansOf = async (layout: Layout, store: Store, { questions, count = false }: Asked): Promise<string[]> => {
  const asked: SQL[] = [];
  const read: Store['read'] = async (query) => {
    if (!('text' in query)) asked.push(query);
    return await store.read(query);
  };
  const listening = { ...store, read };
  for (const question of new Set([questions[0], questions.at(-1)])) {
    if (!question) continue;
    if (count) await layout.count(listening, question);
    else await layout.page(listening, question);
  }
  const plans: string[] = [];
  for (const query of asked) plans.push(await store.explain(query));
  return plans;
};
