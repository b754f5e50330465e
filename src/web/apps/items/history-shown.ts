import { z } from 'zod';
import type { HistoryProps, ShownChange } from '../../../../views/apps/item/history.tsx';
import { namesFor } from '../../../apps/fields/names.ts';
import { shownText } from '../../../apps/fields/text.ts';
import type { Doc } from '../../../apps/fields/value.ts';
import { type Change, historyOf } from '../../../apps/items/history.ts';
import { sessionFor } from '../../../sessions/row.ts';
import type { Asked } from '../../env.ts';
import type { AtItem } from './at-item.ts';

/** What was done to an item, in the person's words: the last changes, or those before the one that the address names. */
export const historyFor = async (c: Asked<AtItem>): Promise<Omit<HistoryProps, 'words'>> => {
  const { house, item } = c.var;
  const before = cursor.safeParse(c.req.query('before'));
  const all = await historyOf(house.db.read, item.id, {
    limit: most + 1,
    ...(before.success && { before: before.data }),
  });
  const changes = all.slice(0, most);
  const last = changes.at(-1);
  const earlier = last && all.length > most ? `/items/${item.id}?before=${last.at}.${last.id}#history` : null;
  return { changes: await inWords(c, changes), earlier };
};

const inWords = async (c: Asked<AtItem>, changes: readonly Change[]): Promise<ShownChange[]> => {
  const { house, person, item, words } = c.var;
  const all = changes.flatMap(({ fields }) => fields);
  const docs = all.flatMap(({ field, before, after }): Doc[] =>
    [before, after].flatMap((value) => (value === null ? [] : [{ [String(field.n)]: value }])),
  );
  const named = [...new Map(all.map(({ field }) => [field.id, field])).values()];
  const names = await namesFor(house.db.read, named, docs, person.id);
  const chats = await chatsSeen(c, changes);
  return changes.map(({ id, at, kind, actor, sessionId, fields }) => ({
    ...{ id, at, kind, who: actor?.name ?? null },
    imported: kind === 'created' && item.importId !== null,
    chat: sessionId === null ? null : { href: chats.has(sessionId) ? `/sessions/${sessionId}` : null },
    fields: fields.map(({ field, before, after }) => ({
      name: field.name,
      before: before === null ? null : cut(shownText(field, before, names, words)),
      after: after === null ? null : cut(shownText(field, after, names, words)),
    })),
  }));
};

/** A long text stands in the item; its changes are told by how it begins. */
const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;

const longest = 300;

/** The sessions among those from which something was done that the person sees at the desk. */
const chatsSeen = async (c: Asked<AtItem>, changes: readonly Change[]): Promise<ReadonlySet<string>> => {
  const { house, person } = c.var;
  const seen = new Set<string>();
  for (const id of new Set(changes.flatMap(({ sessionId }) => sessionId ?? [])))
    if (await sessionFor(house.db.read, person.id, id)) seen.add(id);
  return seen;
};

const most = 20;

/** A change by its time and id. */
const cursor = z
  .string()
  .regex(/^\d{1,15}\.[\w-]{1,64}$/)
  .transform((written) => {
    const [at = '', id = ''] = written.split('.');
    return { at: Number(at), id };
  });
