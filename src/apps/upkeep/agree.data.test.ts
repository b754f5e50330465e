import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dialect } from '../../db/dialect.ts';
import type { Db, Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { apps, fields, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { converter } from '../build/convert.ts';
import type { Field } from '../fields/field.ts';
import { type Value, valueIn } from '../fields/value.ts';
import { putAccount, takeAccount } from '../items/accounts.ts';
import { changeItem } from '../items/change.ts';
import { deleteItem, restoreItem } from '../items/remove.ts';
import { itemById } from '../items/rows.ts';
import { createItem } from '../items/write.ts';
import { appById } from '../read.ts';
import { addAccount, addApp, fieldNamed } from '../testing.ts';
import { disagreements, drain, small } from './agree.testing.ts';
import { pendingIn, planConversion, planRekey, planRelabel, planRetitle } from './plan.ts';
import { workOnUpkeep } from './work.ts';

/** One thing that happens; what `a`, `b` and `c` mean is its own matter. */
type Step = { do: keyof typeof steps; a: number; b: number; c: number };

/** The stage of one run: what is there, and what items must hold in the end, by the fields' ids. */
type Stage = {
  db: Db;
  app: string;
  other: string;
  people: readonly string[];
  accounts: readonly string[];
  items: { id: string; deleted: boolean; holds: Map<string, { as: Field; value: Value }> }[];
  others: string[];
  /** Types that fields had, by the number under which documents held them, and what became of them. */
  became: Map<number, { from: Field; to: Field }>;
  /** Ids of the fields that were there at first: as they were before a type change, they are others. */
  known: ReadonlySet<string>;
  at: number;
};

const by = (stage: Stage) => ({ actor: null, at: ++stage.at, accounts: stage.accounts });
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
const texts = ['Ёлкин', 'Петров', 'anna', 'Zoe B', 'x', '12', '100', 'Пётр Первый', 'a b c', 'ёж'];

const appOf = async (stage: Stage, id = stage.app): Promise<App> => {
  const app = await appById(stage.db.read, id);
  if (!app) throw new Error('There is no app.');
  return app;
};

/** A value for a field, or nothing. */
const valueFor = (stage: Stage, field: Field, seed: number): Value | undefined => {
  const text = texts[seed % texts.length] ?? '';
  if (seed % 5 === 0) return undefined;
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return text;
    case 'number':
      return seed;
    case 'choice':
      return pick(field.options.choices, seed)?.id;
    case 'choices':
      return field.options.choices.slice(0, 1 + (seed % 2)).map(({ id }) => id);
    case 'user':
      return pick(stage.people, seed);
    case 'references': {
      const ids = [pick(stage.others, seed), pick(stage.others, seed + 1)].filter((id) => id !== undefined);
      return ids.length > 0 ? [...new Set(ids)] : undefined;
    }
    case 'account':
      return [pick(stage.accounts, seed) ?? ''];
    default:
      return undefined;
  }
};

const remember = async (stage: Stage, at: number, app: App): Promise<void> => {
  const one = stage.items[at];
  const item = one && (await itemById(stage.db.read, one.id));
  if (!one || !item) return;
  for (const field of app.fields) {
    const value = valueIn(item.doc, field);
    if (value === undefined) one.holds.delete(field.id);
    else one.holds.set(field.id, { as: field, value });
  }
};

/** Changes one field of an item, from the version before the last if it is `stale`. */
const change = async (stage: Stage, { a, b, c }: Step, stale: boolean): Promise<void> => {
  const app = await appOf(stage);
  const at = a % Math.max(1, stage.items.length);
  const [one, field] = [stage.items[at], pick(app.fields, b)];
  const item = one && (await itemById(stage.db.read, one.id));
  if (!item || !field) return;
  const { [String(field.n)]: _, ...rest } = item.doc;
  const value = valueFor(stage, field, c);
  const doc = value === undefined ? rest : { ...rest, [String(field.n)]: value };
  const base = stale ? Math.max(1, item.version - 1) : item.version;
  await stage.db.write((tx) => changeItem(tx, app, item.id, { base, doc, fields: [field.id] }, by(stage)));
  await remember(stage, at, app);
};

const define = async (stage: Stage, work: (tx: Tx) => Promise<unknown>): Promise<void> => {
  await stage.db.write(work);
};

const rename = (text: string, seed: number) => `${text} ${texts[seed % texts.length]}`;

const busy = async (stage: Stage, field: Field): Promise<boolean> =>
  (await pendingIn(stage.db.read, stage.app)).some(
    ({ fieldId, what }) => fieldId === field.id && what === 'conversion',
  );

const steps = {
  create: async (stage: Stage, { a, b }: Step) => {
    const app = await appOf(stage);
    const held = app.fields.map((field, at) => [String(field.n), valueFor(stage, field, a * (at + 1) + b)] as const);
    const doc = Object.fromEntries(held.filter(([, value]) => value !== undefined)) as Record<string, Value>;
    const id = newId();
    const made = await stage.db.write((tx) => createItem(tx, app, { id, doc }, by(stage)));
    if ('refused' in made) return;
    stage.items.push({ id, deleted: false, holds: new Map() });
    await remember(stage, stage.items.length - 1, app);
  },
  createOther: async (stage: Stage, { a }: Step) => {
    const app = await appOf(stage, stage.other);
    const doc = { [String(fieldNamed(app, 'Name').n)]: `${texts[a % texts.length]}` };
    const made = await stage.db.write((tx) => createItem(tx, app, { id: newId(), doc }, by(stage)));
    if (!('refused' in made)) stage.others.push(made.id);
  },
  renameOther: async (stage: Stage, { a, b }: Step) => {
    const app = await appOf(stage, stage.other);
    const id = pick(stage.others, a);
    const item = id === undefined ? undefined : await itemById(stage.db.read, id);
    if (!item) return;
    const doc = { [String(fieldNamed(app, 'Name').n)]: rename('Other', b) };
    await stage.db.write((tx) => changeItem(tx, app, item.id, { base: item.version, doc }, by(stage)));
  },
  deleteOther: async (stage: Stage, { a, b }: Step) => {
    const id = pick(stage.others, a) ?? '';
    const app = { id: stage.other };
    await stage.db.write((tx) => (b % 2 ? deleteItem : restoreItem)(tx, app, id, by(stage)));
  },
  change: (stage: Stage, step: Step) => change(stage, step, false),
  changeLate: (stage: Stage, step: Step) => change(stage, step, true),
  remove: async (stage: Stage, { a }: Step) => {
    const one = pick(stage.items, a);
    if (!one) return;
    const gone = await stage.db.write((tx) => deleteItem(tx, { id: stage.app }, one.id, by(stage)));
    expect(gone.kind).toBe(one.deleted ? 'same' : 'changed');
    one.deleted = true;
  },
  restore: async (stage: Stage, { a }: Step) => {
    const one = pick(stage.items, a);
    if (!one) return;
    const back = await stage.db.write((tx) => restoreItem(tx, { id: stage.app }, one.id, by(stage)));
    if (back.kind !== 'refused') one.deleted = false;
  },
  account: async (stage: Stage, { a, b, c }: Step) => {
    const app = await appOf(stage);
    const field = app.fields.find(({ kind }) => kind === 'account');
    const at = a % Math.max(1, stage.items.length);
    const one = stage.items[at];
    const account = pick(stage.accounts, b);
    if (!field || !one || account === undefined) return;
    const turn = c % 2 ? putAccount : takeAccount;
    await stage.db.write((tx) => turn(tx, app, one.id, field.id, account, by(stage)));
    await remember(stage, at, app);
  },
  renamePerson: async (stage: Stage, { a, b }: Step) => {
    const id = pick(stage.people, a) ?? '';
    const name = rename('Person', b);
    await define(stage, async (tx) => {
      await tx
        .update(users)
        .set({ name, nameKey: searchKey(name) })
        .where(eq(users.id, id));
      await tx.record({ kind: 'person', ids: { person: id } });
    });
  },
  rekey: async (stage: Stage, { a }: Step) => {
    const field = pick((await appOf(stage)).fields, a);
    if (field && !(await busy(stage, field))) await define(stage, (tx) => planRekey(tx, field.id));
  },
  sole: async (stage: Stage, { a }: Step) => {
    const field = pick(
      (await appOf(stage)).fields.filter(({ kind }) => kind === 'text' || kind === 'number'),
      a,
    );
    if (!field || (await busy(stage, field))) return;
    await define(stage, async (tx) => {
      await tx.update(fields).set({ sole: !field.sole }).where(eq(fields.id, field.id));
      await planRekey(tx, field.id);
    });
  },
  choices: async (stage: Stage, { a, b }: Step) => {
    const field = (await appOf(stage)).fields.find(({ kind }) => kind === 'choice' || kind === 'choices');
    if (!field || !('choices' in field.options) || (await busy(stage, field))) return;
    const choices = field.options.choices.toReversed();
    const renamed = choices[a % choices.length];
    if (!renamed) return;
    const named = choices.map((one) => (one === renamed ? { ...one, name: rename('Choice', b) } : one));
    await define(stage, async (tx) => {
      await tx
        .update(fields)
        .set({ options: { choices: named } })
        .where(eq(fields.id, field.id));
      await planRekey(tx, field.id);
      await planRelabel(tx, { kind: 'choice', field: field.id, id: renamed.id });
    });
  },
  pattern: async (stage: Stage, { a, b }: Step) => {
    const field = pick((await appOf(stage)).fields, a);
    const titlePattern = `No. {number} ${texts[b % texts.length]} · {f:${field?.id}}`;
    await define(stage, async (tx) => {
      await tx.update(apps).set({ titlePattern }).where(eq(apps.id, stage.app));
      await planRetitle(tx, stage.app);
    });
  },
  takeField: async (stage: Stage, { a }: Step) => {
    const app = await appOf(stage);
    const field = pick(app.fields, a);
    if (!field || app.fields.length < 4 || (await busy(stage, field))) return;
    await define(stage, async (tx) => {
      await tx.update(fields).set({ removedAt: Date.now() }).where(eq(fields.id, field.id));
      await planRetitle(tx, stage.app);
    });
  },
  bringField: async (stage: Stage, { a }: Step) => {
    const rows = await stage.db.read.select().from(fields).where(eq(fields.appId, stage.app));
    const row = pick(
      rows.filter(({ removedAt }) => removedAt !== null),
      a,
    );
    if (!row || rows.some(({ removedAt, nameKey }) => removedAt === null && nameKey === row.nameKey)) return;
    await define(stage, async (tx) => {
      await tx.update(fields).set({ removedAt: null }).where(eq(fields.id, row.id));
      await planRekey(tx, row.id);
      await planRetitle(tx, stage.app);
    });
  },
  convert: async (stage: Stage, { a, b }: Step) => {
    const field = pick((await appOf(stage)).fields, a);
    if (!field || (await busy(stage, field))) return;
    const to = { ...field, ...(conversions[field.kind] ?? [])[b % 2], initial: null, sole: false } as Field;
    if (to.kind === field.kind) return;
    await define(stage, (tx) => planConversion(tx, { field, to, by: null }));
    stage.became.set(field.n, { from: field, to });
  },
  upkeep: async ({ db }: Stage, { a, b }: Step) => {
    for (let units = 0; units < a % 7; units++) await workOnUpkeep(db, Date.now(), small);
    // It dies in the middle of a unit; what comes up again goes on from what was stored.
    if (b % 3 === 0)
      await expect(workOnUpkeep(dying(db), Date.now(), small))
        .rejects.toThrow('died')
        .catch(() => {});
  },
};

const dying = (db: Db): Db => ({
  ...db,
  write: (work) =>
    db.write(async (tx) => {
      await work(tx);
      throw new Error('died');
    }),
});

const conversions: Partial<Record<Field['kind'], readonly Partial<Field>[]>> = {
  text: [
    { kind: 'long-text', options: {} },
    { kind: 'number', options: { decimals: 0 } },
  ],
  'long-text': [{ kind: 'text', options: {} }],
  number: [
    { kind: 'text', options: {} },
    { kind: 'long-text', options: {} },
  ],
  choice: [{ kind: 'text', options: {} }],
};

const begin = async (): Promise<Stage> => {
  const db = await testDb();
  const people = [await addUser(db, 'Анна'), await addUser(db, 'Борис')];
  const other = await addApp(db, 'Others', [{ kind: 'text', name: 'Name' }], {}, { titlePattern: '{number} {f:none}' });
  await db.write((tx) =>
    tx
      .update(apps)
      .set({ titlePattern: `{number} {f:${fieldNamed(other, 'Name').id}}` })
      .where(eq(apps.id, other.id)),
  );
  const choice = (name: string) => ({ id: newId(), name, retired: false });
  const app = await addApp(db, 'Things', [
    { kind: 'text', name: 'Name', sole: true },
    { kind: 'number', name: 'Size', options: { decimals: 0 } },
    { kind: 'choice', name: 'State', options: { choices: [choice('new'), choice('old'), choice('ёж')] } },
    { kind: 'choices', name: 'Marks', options: { choices: [choice('red'), choice('green')] } },
    { kind: 'user', name: 'Manager' },
    { kind: 'references', name: 'Parts', options: { app: other.id } },
    { kind: 'account', name: 'Accounts' },
  ]);
  const accounts = [await addAccount(db, { user: people[0] }), await addAccount(db, { name: 'Outside' })];
  const known = new Set(app.fields.map(({ id }) => id));
  return {
    db,
    app: app.id,
    other: other.id,
    people,
    accounts,
    items: [],
    others: [],
    became: new Map(),
    known,
    at: Date.now(),
  };
};

const aStep = fc.record({
  do: fc.constantFrom(
    ...(Object.keys(steps) as Step['do'][]),
    'create',
    'create',
    'change',
    'change',
    'upkeep',
    'upkeep',
  ),
  a: fc.nat(40),
  b: fc.nat(40),
  c: fc.nat(40),
}) as fc.Arbitrary<Step>;

/** What an item must hold in a field: by what its values became since, if it got another type. */
const expectedIn = (stage: Stage, field: Field, held: { as: Field; value: Value } | undefined): Value | undefined => {
  if (!held || held.as.n === field.n) return held?.value;
  let [n, value]: [number, Value | undefined] = [held.as.n, held.value];
  while (value !== undefined) {
    const step = stage.became.get(n);
    if (!step) return value;
    value = converter(step.from, step.to)(value);
    n = numberAfter(stage, n);
  }
  return value;
};

/** Under which number the next type had its values: the first type change of a field after that number. */
const numberAfter = (stage: Stage, n: number): number => {
  const id = stage.became.get(n)?.from.id;
  const later = [...stage.became].filter(([number, { from }]) => number > n && from.id === id);
  return later[0]?.[0] ?? Number.POSITIVE_INFINITY;
};

const holdsWhatItMust = async (stage: Stage): Promise<void> => {
  const app = await appOf(stage);
  for (const { id, holds } of stage.items) {
    const item = await itemById(stage.db.read, id);
    for (const field of app.fields.filter((one) => stage.known.has(one.id)))
      expect([field.name, item && valueIn(item.doc, field)]).toEqual([
        field.name,
        expectedIn(stage, field, holds.get(field.id)),
      ]);
  }
};

it('whatever happens to items and to their app, in whichever order, they are found and called by what they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 60 }), async (run) => {
      const stage = await begin();
      for (const step of run) {
        await steps[step.do](stage, step);
        expect(await disagreements(stage.db, 'underway')).toEqual([]);
      }
      await drain(stage.db);
      expect(await disagreements(stage.db, 'settled')).toEqual([]);
      await holdsWhatItMust(stage);
    }),
    { numRuns: dialect === 'pg' ? 4 : 25, endOnFailure: true },
  );
}, 120_000);
