import { Hono } from 'hono';
import { queryOf } from '../../../apps/list/query-of.ts';
import { countItems } from '../../../apps/list/read.ts';
import { readQuestion } from '../../../apps/list/read-question.ts';
import { exportedColumns, itemsCsv } from '../../../apps/transfer/export.ts';
import { csvType } from '../../../csv/write.ts';
import { disposition } from '../../files/disposition.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { type AtApp, atApp } from '../items/at-app.ts';

/** The list that the query asks for, as a file: its columns, or (`all=yes`) all fields. The audit log tells of it before the first row goes. */
export const exportRoutes = new Hono<AtApp>().get('/apps/:id/export', signedIn, atApp('see'), async (c) => {
  const { house, person, app, words } = c.var;
  const query = new URL(c.req.url).searchParams;
  const question = { ...readQuestion(app, query, words), after: null };
  const columns = exportedColumns(app, question, query.get('all') === 'yes');
  const { count } = await countItems(house.db.read, person.id, app, question, Number.MAX_SAFE_INTEGER);
  const filter = queryOf(app, { ...question, columns: null });
  const after = { items: count, ...(filter !== '' && { filter: decodeURIComponent(filter.replaceAll('+', ' ')) }) };
  await house.db.write((tx) => tx.record(null, { actor: person.id, action: 'items.exported', object: app.id, after }));
  const day = new Date().toISOString().slice(0, 10);
  c.header('Content-Type', csvType);
  c.header('Content-Disposition', disposition(`${app.name}-${day}.csv`, false));
  return c.body(streamOf(itemsCsv(house.db.read, person.id, { app, question, columns }, words.transfer.columns)));
});

/** Read as fast as it is taken, and no further once nobody takes it any more. */
const streamOf = (parts: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(to) {
      const { done, value } = await parts.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
};
