import { parseArgs } from 'node:util';
import { removeFolders } from '../harness/folder.ts';
import { machine } from '../harness/machine.ts';
import { repeated, timed, timesOf } from './ask.ts';
import { changes } from './changes.ts';
import { all } from './fields.ts';
import { json } from './json.ts';
import { hybrid, narrow } from './keys.ts';
import type { Layout } from './layout.ts';
import { makeUp } from './made-up.ts';
import { plansOf } from './plans.ts';
import { printHead, printLine, printSize, printTitle, printUnits } from './print.ts';
import { askedOf } from './questions.ts';
import { scopeTables } from './scope.ts';
import { insertWords, search, searchTables, sought } from './search.ts';
import { slots } from './slots.ts';
import { openPglite, openSqlite, type Store } from './store.ts';

// Measures ways to store the values of user-defined fields: `npm run bench:layouts -- json hybrid search --items 20000 --pg`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '7' },
    pg: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const dialect = values.pg ? 'pg' : 'sqlite';
const layouts = [json('scan', dialect), json('json', dialect), slots(dialect), narrow(dialect), hybrid(dialect)];
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name);

printHead(machine(), `${values.items} items of ${all.length} fields, ${values.pg ? 'PGlite' : 'SQLite'}, ${runs} runs`);
const next = makeUp();
const items = next(Number(values.items));
const more = next(10_200);
const asked = askedOf(items);
try {
  for (const layout of layouts) if (isWanted(layout.name)) await measure(layout);
  if (isWanted('search')) await measureSearch();
} finally {
  removeFolders();
}

async function measure(layout: Layout): Promise<void> {
  const store = await open();
  printTitle(layout.name, layout.help);
  printSize(await timed(() => fill(layout, store)), store.size());
  for (const one of asked) {
    printLine(one.what, await timesOf(layout, store, one, items, runs));
    if (values.plans)
      for (const plan of await plansOf(layout, store, one)) console.log(plan.replaceAll(/^/gm, '      '));
  }
  if (!values.pg) for (const { what, times } of await changes(layout, store, items, more)) printUnits(what, times);
  await store.close();
}

async function fill(layout: Layout, store: Store): Promise<void> {
  await store.fill(async (run) => {
    for (const table of [...scopeTables(), ...layout.tables]) await run(table);
    for (const field of all) for (const index of layout.indexFor(field)) await run(index);
    for (const item of items) await layout.insert(run, item);
  });
  await store.analyze();
}

async function measureSearch(): Promise<void> {
  const store = await open();
  printTitle('search', 'one entry an item, of all its texts, beside any layout');
  const filled = await timed(() =>
    store.fill(async (run) => {
      for (const table of searchTables(dialect)) await run(table);
      for (const item of items) await insertWords(run, item, dialect);
    }),
  );
  printSize(filled, store.size());
  for (const text of sought) {
    const found = (await search(store, text)).length;
    printLine(`"${text}": ${found}`, [await repeated(runs, () => search(store, text))]);
  }
  const added = more.slice(0, 200).map((item) => () => store.write((run) => insertWords(run, item, dialect)));
  const times: number[] = [];
  for (const add of added) times.push(await timed(add));
  printUnits('add an item', times);
  await store.close();
}

async function open(): Promise<Store> {
  return values.pg ? await openPglite() : openSqlite();
}
