import { queryOf } from '../../../apps/list/query-of.ts';
import type { Filter, Question } from '../../../apps/list/question.ts';
import { addView } from '../../../apps/list/views.ts';
import { appById } from '../../../apps/read.ts';
import type { Making } from './build.ts';

/** A list of the demo that is there for everybody who sees the app. */
type Kept = { app: { id: string }; name: string; filters: readonly Filter[]; sort?: Question['sort'] };

/** Keeps lists of apps, as somebody who edits their items would. */
export const keepViews = async (making: Making, person: string, kept: readonly Kept[]): Promise<void> => {
  const { tx, chance, at, now } = making;
  for (const {
    app: { id: appId },
    name,
    filters,
    sort = newest,
  } of kept) {
    const app = await appById(tx, appId);
    if (!app) throw new Error('An app of the demo is not there.');
    const question = { columns: null, sort, filters, text: '', after: null, at: { now, zone: 'UTC' } };
    const view = { id: chance.id(at), name, query: queryOf(app, question), shared: true, at };
    const refused = await addView(tx, { person, may: { see: true, create: true, edit: true } }, appId, view);
    if (refused) throw new Error(`A list of the demo was refused: ${refused}`);
  }
};

const newest = { by: 'created', descending: true } as const;
