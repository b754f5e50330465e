import { Hono } from 'hono';
import { z } from 'zod';
import { columnName } from '../../../../views/apps/transfer/mapping.tsx';
import { ImportNow } from '../../../../views/apps/transfer/progress.tsx';
import { columnsWrong } from '../../../apps/transfer/columns.ts';
import { importOf } from '../../../apps/transfer/imports.ts';
import type { ImportPlan, ItemImport } from '../../../apps/transfer/shape.ts';
import {
  cancelImport,
  chooseAgain,
  confirmImport,
  dropFile,
  NotConfirmed,
  readAgain,
} from '../../../apps/transfer/steps.ts';
import { csvRow, csvStart, csvType } from '../../../csv/write.ts';
import type { Asked } from '../../env.ts';
import { disposition } from '../../files/disposition.ts';
import { type Typed, typedText } from '../../guard/entered.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { isHtmx } from '../../htmx.ts';
import { atApp } from '../items/at-app.ts';
import { type AtImport, atImport } from './at-import.ts';
import { sayRows } from './say.ts';
import { showImport, showMapping } from './show.tsx';

const mapping = z.looseObject({ onBad: z.enum(['skip', 'stop']).catch('skip') });

/** One import, for who started it: where it stands, and what can be done next. */
export const importRoutes = new Hono<AtImport>()
  .get('/apps/:id/imports/:import', signedIn, atApp('create'), atImport, async (c) => {
    const { found, words } = c.var;
    const phase = c.req.query('phase');
    if (!isHtmx(c) || phase === undefined) return await showImport(c, found);
    const { state } = found;
    const works = state === 'reading' || state === 'writing' || state === 'undoing';
    if (works && state === phase) return c.html(<ImportNow found={found} state={state} words={words} />);
    c.header('HX-Refresh', 'true');
    return c.body('');
  })

  .post('/apps/:id/imports/:import', signedIn, atApp('create'), atImport, form(mapping), async (c) => {
    const { house, found, app, entered } = c.var;
    const chosen = {
      columns: columnsIn(found.plan, entered.typed),
      onBad: entered.ok ? entered.value.onBad : found.plan.onBad,
    };
    const wrong = columnsWrong(chosen.columns, app.fields);
    if (wrong.length > 0) return await showMapping(c, { ...found, plan: { ...found.plan, ...chosen } }, wrong);
    await house.db.write((tx) => readAgain(tx, found, app, chosen, Date.now()));
    return c.redirect(addressOf(found), 303);
  })

  .post('/apps/:id/imports/:import/columns', signedIn, atApp('create'), atImport, async (c) => {
    const { house, found } = c.var;
    await house.db.write((tx) => chooseAgain(tx, found, Date.now()));
    return c.redirect(addressOf(found), 303);
  })

  .post('/apps/:id/imports/:import/confirmation', signedIn, atApp('create'), atImport, async (c) => {
    const { house, found, words } = c.var;
    try {
      await house.db.write((tx) => confirmImport(tx, found, Date.now()));
      return c.redirect(addressOf(found), 303);
    } catch (error) {
      if (!(error instanceof NotConfirmed)) throw error;
      if (error.why === 'busy') return await showImport(c, found, words.transfer.busy);
      return error.why === 'changed' ? await readOnceMore(c) : c.redirect(addressOf(found), 303);
    }
  })

  .post('/apps/:id/imports/:import/cancellation', signedIn, atApp('create'), atImport, async (c) => {
    const { house, found } = c.var;
    const ended = await house.db.write((tx) => cancelImport(tx, found, Date.now()));
    // Who reads it just now lets the file go by themselves.
    if (ended && (found.state === 'mapping' || found.state === 'read' || found.state === 'failed'))
      await dropFile(house.db, house.files, found.id);
    return c.redirect(addressOf(found), 303);
  })

  .get('/apps/:id/imports/:import/bad-rows', signedIn, atApp('create'), atImport, (c) => {
    const { app, found, words } = c.var;
    const { badColumns, badFile } = words.transfer;
    const rows = sayRows(words, app, found.plan.found?.badRows ?? []);
    c.header('Content-Type', csvType);
    c.header('Content-Disposition', disposition(`${badFile}.csv`, false));
    return c.body(
      [
        csvStart + csvRow([badColumns.line, badColumns.row, badColumns.reason]),
        ...rows.map(({ line, text, reasons }) => csvRow([line, text, reasons.join('\n')])),
      ].join(''),
    );
  });

const columnsIn = ({ file }: ImportPlan, typed: Typed): (string | null)[] =>
  file.header.map((_, place) => typedText(typed, columnName(place)) || null);

/** The fields are others than those by which the file was judged. Where its columns go may make no sense any more. */
const readOnceMore = async (c: Asked<AtImport>): Promise<Response> => {
  const { house, person, app, found, words } = c.var;
  const wrong = columnsWrong(found.plan.columns, app.fields);
  await house.db.write((tx) =>
    wrong.length > 0
      ? chooseAgain(tx, found, Date.now())
      : readAgain(tx, found, app, { columns: found.plan.columns, onBad: found.plan.onBad }, Date.now()),
  );
  const now = await importOf(house.db.read, person.id, app.id, found.id);
  return now ? await showImport(c, now, words.transfer.changed) : await c.notFound();
};

const addressOf = ({ id, appId }: ItemImport): string => `/apps/${appId}/imports/${id}`;
