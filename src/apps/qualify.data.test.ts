import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialect } from '../db/dialect.ts';
import { testDb } from '../db/testing.ts';
import { addLine } from '../lines/testing.ts';
import type { App } from './app.ts';
import type { Field } from './fields/field.ts';
import { creatable, linesBrokenBy, linkable } from './qualify.ts';
import { addApp } from './testing.ts';

/** An app as 3.4 sees it: what stands on its form, and whether it is archived. References are places in the list of apps. */
type Sketch = {
  archived: boolean;
  fields: readonly { kind: 'text' | 'account' | 'reference' | 'references' | 'user'; to: number; onForm: boolean }[];
};

const sketch: fc.Arbitrary<Sketch> = fc.record({
  archived: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  fields: fc.array(
    fc.record({
      kind: fc.constantFrom('text', 'account', 'reference', 'references', 'user'),
      to: fc.nat(3),
      onForm: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

const sketches = fc.array(sketch, { minLength: 4, maxLength: 4 });

/** The rule as 3.4 reads, over all pairs of apps and fields. */
const accountOnForm = (one: Sketch | undefined): boolean =>
  one !== undefined && one.fields.filter(({ kind, onForm }) => kind === 'account' && onForm).length > 0;

const mayLink = (all: readonly Sketch[], place: number): boolean =>
  all[place]?.archived === false && accountOnForm(all[place]);

const mayCreate = (all: readonly Sketch[], place: number): boolean => {
  const app = all[place];
  if (app === undefined || app.archived) return false;
  let found = accountOnForm(app);
  for (const field of app.fields)
    for (const [other, candidate] of all.entries())
      if (
        field.onForm &&
        ['reference', 'references'].includes(field.kind) &&
        field.to === other &&
        !candidate.archived &&
        accountOnForm(candidate)
      )
        found = true;
  return found;
};

const appOf = ({ archived, fields }: Sketch, place: number): App => ({
  ...{
    id: `app ${place}`,
    name: `App ${place}`,
    icon: 'notebook',
    titlePattern: '',
    numberPrefix: '',
    numberDigits: 1,
  },
  ...{ lastNumber: 0, archivedAt: archived ? 1 : null, version: 1 },
  fields: fields.map(
    ({ kind, to, onForm }, n) =>
      ({
        ...{ id: `f ${n}`, appId: `app ${place}`, n, keysN: n, position: n, kind, name: `F${n}`, required: false },
        ...{ sole: false, hint: '', initial: null, onForm, inList: true },
        options: kind === 'reference' || kind === 'references' ? { app: `app ${to}` } : {},
      }) as Field, // what belongs together of kind and options is said above
  ),
});

test('what can be bound to a line is what a plain reading of the rule says', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      const apps = new Map(all.map((one, place) => [`app ${place}`, appOf(one, place)] as const));
      for (const [place, app] of [...apps.values()].entries()) {
        expect(linkable(app).ok).toBe(mayLink(all, place));
        expect(creatable(app, apps).ok).toBe(mayCreate(all, place));
      }
    }),
    { numRuns: 500 },
  );
});

test('the lines that a change would break are those for which the plain reading turns from yes to no', async () => {
  await fc.assert(
    fc.asyncProperty(sketches, fc.nat(3), sketch, async (all, place, changed) => {
      const db = await testDb();
      const kept = all.map((one) => ({ ...one, archived: false }));
      const stored: App[] = [];
      // In the order in which references can point back; those that point ahead are left out on both sides.
      for (const [at, one] of kept.entries()) {
        one.fields = one.fields.filter(({ kind, to }) => !kind.startsWith('reference') || to < at);
        const fields = one.fields.map(({ kind, to, onForm }, n) =>
          kind === 'reference' || kind === 'references'
            ? { kind, name: `F${n}`, onForm, options: { app: stored[to]?.id ?? '' } }
            : { kind, name: `F${n}`, onForm },
        );
        stored.push(await addApp(db, `App ${at}`, fields));
      }
      const after = { ...changed, fields: changed.fields.filter(({ kind }) => !kind.startsWith('reference')) };
      const others = kept.map((one, at) => (at === place ? after : one));
      const wanted: string[] = [];
      for (const [at, app] of stored.entries()) {
        const breaks = (may: typeof mayLink) => may(kept, at) && !may(others, at);
        await addLine(db, `Links ${at}`, { linkApp: app.id });
        await addLine(db, `Creates ${at}`, { createdApps: [app.id] });
        await addLine(db, `Old ${at}`, { linkApp: app.id, createdApps: [app.id], archived: true });
        if (at === place && breaks(mayLink)) wanted.push(`Links ${at}`);
        if (breaks(mayCreate)) wanted.push(`Creates ${at}`);
      }
      const id = stored[place]?.id ?? '';
      const broken = await linesBrokenBy(db.read, { ...appOf(after, place), id });
      expect(broken.map(({ name }) => name).sort()).toEqual(wanted.sort());
    }),
    { numRuns: dialect === 'pg' ? 6 : 60 },
  );
}, 60_000);
