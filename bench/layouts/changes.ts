import { timed } from './ask.ts';
import { all, type Field, fields, type Item } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Store } from './store.ts';

/** How long each durable unit of work of a change takes, ms. */
export type Cost = { what: string; times: readonly number[] };

/** Changes as they come in a day, then those that touch every item. Leaves the layout changed: it comes last. */
export const changes = async (
  layout: Layout,
  store: Store,
  items: readonly Item[],
  more: readonly Item[],
): Promise<Cost[]> => {
  const [single, imported] = [more.slice(0, 200), more.slice(200)];
  const twin = { ...items[0], seq: items.length + more.length + 1, id: 'twin' } as Item;
  const units = (of: readonly Item[], size: number) =>
    slices(of, size).map(
      (part) => () =>
        store.write(async (run) => {
          for (const item of part) await layout.insert(run, item);
        }),
    );
  const everyItem = (
    work: (run: Parameters<Parameters<Store['write']>[0]>[0], from: number, to: number) => Promise<void>,
  ) =>
    Array.from(
      { length: Math.ceil(items.length / chunk) },
      (_, at) => () => store.write((run) => work(run, at * chunk + 1, (at + 1) * chunk + 1)),
    );
  const indexes = layout.indexFor(target);
  return [
    await cost('insert one item', units(single, 1)),
    await cost(
      'refuse a unique value that is taken',
      Array.from({ length: 50 }, () => async () => {
        const refused = await store
          .write((run) => layout.insert(run, twin))
          .then(
            () => false,
            () => true,
          );
        if (!refused && layout.name !== 'scan') throw new Error(`${layout.name} lets a unique value in twice.`);
      }).slice(0, layout.name === 'scan' ? 0 : 50),
    ),
    await cost(
      'edit one value',
      items.slice(-200).map((item) => () => store.write((run) => layout.edit(run, item, fields.amount, item.seq))),
    ),
    await cost(`import ${imported.length} items, 25 a unit`, units(imported, 25)),
    await cost(
      'change a type: every item gets a new key',
      everyItem((run, from, to) => layout.rekey(run, fields.quantity, target, from, to)),
    ),
    await cost(
      '  and its index, in one go',
      indexes.map((index) => () => store.write(async (run) => void (await run(index)))),
    ),
    await cost(
      'remove a field: take its values away',
      everyItem((run, from, to) => layout.purge(run, fields.quantity, from, to)),
    ),
  ];
};

/** So many items are changed in one unit of work while people wait. */
const chunk = 250;
const target: Field = { n: all.length + 1, name: 'changed', as: 'words', many: false };

const cost = async (what: string, units: readonly (() => Promise<unknown>)[]): Promise<Cost> => {
  const times: number[] = [];
  for (const unit of units) times.push(await timed(unit));
  return { what, times };
};

const slices = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
