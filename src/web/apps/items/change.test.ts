import { expect, it } from 'vitest';
import { valueIn } from '../../../apps/fields/value.ts';
import { itemFor } from '../../../apps/items/read.ts';
import { deleteItem } from '../../../apps/items/remove.ts';
import { addApp, addItem, fieldNamed, type NewField } from '../../../apps/testing.ts';
import { itemsOpen, saidBy, standsIn } from './testing.ts';

const clientFields = [
  { kind: 'text', name: 'Name', required: true },
  { kind: 'long-text', name: 'Notes' },
  { kind: 'money', name: 'Debt', options: { currency: 'RUB' } },
  { kind: 'text', name: 'Hidden', onForm: false },
] satisfies NewField[];

/** Clara's item, and the browsers of Anna and Boris, who both edit it. */
const open = async () => {
  const house = await itemsOpen();
  const app = await addApp(house.db, 'Clients', clientFields, { edit: [house.company.groups.operators] });
  const item = await addItem(house.db, app, { Name: 'Clara', Notes: 'old', Debt: 10_000, Hidden: 'kept' });
  const input = (name: string) => `f.${fieldNamed(app, name).id}`;
  const held = async (name: string) => {
    const found = await itemFor(house.db.read, house.company.anna, item.id);
    return found && valueIn(found.item.doc, fieldNamed(app, name));
  };
  const [anna, boris] = [house.as(house.company.anna), house.as(house.company.boris)];
  return { ...house, app, item, input, held, anna, boris, at: `/items/${item.id}` };
};

it('changes what was typed, and nothing that the form does not have', async () => {
  const { anna, at, input, held } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  const saved = await anna.post(at, { ...stands, [input('Name')]: 'Clara Zeta', [input('Notes')]: '' });
  expect(saved).toMatchObject({ status: 303, location: `${at}?saved` });
  expect([await held('Name'), await held('Notes'), await held('Hidden')]).toEqual(['Clara Zeta', undefined, 'kept']);
  // Once more the same: nothing to do, and nothing to fear.
  expect((await anna.post(at, { ...stands, [input('Name')]: 'Clara Zeta', [input('Notes')]: '' })).status).toBe(303);
});

it('puts together what two people changed in different fields', async () => {
  const { anna, boris, at, input, held } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  await boris.post(at, { ...stands, [input('Notes')]: 'by Boris' });
  expect((await anna.post(at, { ...stands, [input('Name')]: 'by Anna' })).status).toBe(303);
  expect([await held('Name'), await held('Notes')]).toEqual(['by Anna', 'by Boris']);
});

it('shows who comes second what the first has saved, keeps their typing, and lets them save over it', async () => {
  const { anna, boris, at, input, held } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  await boris.post(at, { ...stands, [input('Debt')]: '200', [input('Notes')]: 'by Boris' });
  const typed = { ...stands, [input('Debt')]: '  300,5', [input('Name')]: 'by Anna' };
  const conflict = await anna.post(at, typed);
  expect(conflict.status).toBe(409);
  const said = saidBy(conflict.html);
  expect(said).toContain('Boris saved other values');
  expect(said).toMatch(/Debt Saved now RUB\s?200\.00 You typed RUB\s?300\.50/);
  expect(said).not.toContain('Name Saved now');
  expect(await held('Debt')).toBe(20_000);
  const again = standsIn(conflict.html);
  // As it was typed, to the letter; and what Boris did elsewhere stands there, too.
  expect([again[input('Debt')], again[input('Notes')]]).toEqual([['  300,5'], ['by Boris']]);
  expect((await anna.post(at, again)).status).toBe(303);
  expect([await held('Debt'), await held('Notes'), await held('Name')]).toEqual([30_050, 'by Boris', 'by Anna']);
});

it('lets who comes second take what is saved, field by field, before anything is saved', async () => {
  const { anna, boris, at, input, held, app } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  await boris.post(at, { ...stands, [input('Debt')]: '200', [input('Notes')]: 'by Boris' });
  const conflict = await anna.post(at, { ...stands, [input('Debt')]: '300', [input('Notes')]: 'by Anna' });
  const take = `take.${fieldNamed(app, 'Debt').id}`;
  const taken = await anna.post(at, { ...standsIn(conflict.html), press: take });
  expect(taken.status).toBe(200);
  const again = standsIn(taken.html);
  expect([again[input('Debt')], again[input('Notes')]]).toEqual([['200.00'], ['by Anna']]);
  expect(saidBy(taken.html)).toContain('Notes Saved now by Boris You typed by Anna');
  expect(saidBy(taken.html)).not.toContain('Debt Saved now');
  expect((await anna.post(at, again)).status).toBe(303);
  expect([await held('Debt'), await held('Notes')]).toEqual([20_000, 'by Anna']);
});

it('tells a third time who has been overtaken a third time', async () => {
  const { anna, boris, at, input, held } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  await boris.post(at, { ...stands, [input('Notes')]: 'first' });
  const conflict = await anna.post(at, { ...stands, [input('Notes')]: 'mine' });
  await boris.post(at, { ...standsIn((await boris.get(`${at}/edit`)).html), [input('Notes')]: 'second' });
  const once = await anna.post(at, standsIn(conflict.html));
  expect(once.status).toBe(409);
  expect(saidBy(once.html)).toContain('Saved now second You typed mine');
  expect((await anna.post(at, standsIn(once.html))).status).toBe(303);
  expect(await held('Notes')).toBe('mine');
});

it('of two who save at one instant stores one, and tells the other', async () => {
  const { anna, boris, at, input } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  const both = await Promise.all(
    [anna, boris].map((one, place) => one.post(at, { ...stands, [input('Notes')]: `mine ${place}` })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
});

it('keeps what was typed when the item was deleted meanwhile, and takes it once it is back', async () => {
  const { db, company, app, item, anna, at, input, held } = await open();
  const stands = { ...standsIn((await anna.get(`${at}/edit`)).html), [input('Notes')]: 'long words' };
  await db.write((tx) => deleteItem(tx, app, item.id, { actor: company.boris, at: Date.now() }));
  const gone = await anna.post(at, stands);
  expect(gone.status).toBe(409);
  expect(saidBy(gone.html)).toContain('Meanwhile this item was deleted');
  expect(standsIn(gone.html)[input('Notes')]).toEqual(['long words']);
  await anna.post(`${at}/restoration`);
  expect((await anna.post(at, standsIn(gone.html))).status).toBe(303);
  expect(await held('Notes')).toBe('long words');
});

it('says what is wrong at the field, and still knows what the form was made from', async () => {
  const { anna, boris, at, input, held } = await open();
  const stands = standsIn((await anna.get(`${at}/edit`)).html);
  await boris.post(at, { ...stands, [input('Notes')]: 'by Boris' });
  const refused = await anna.post(at, { ...stands, [input('Notes')]: 'by Anna', [input('Debt')]: 'much' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(`id="field-${input('Debt')}-error"`);
  const again = standsIn(refused.html);
  expect(again[input('Debt')]).toEqual(['much']);
  expect((await anna.post(at, { ...again, [input('Debt')]: '1' })).status).toBe(409);
  expect(await held('Notes')).toBe('by Boris');
});

it.each(['', '0', '-1', '1.5', '99999999999999999999', 'x'])(
  'overwrites nothing unseen for a base of %j',
  async (base) => {
    const { anna, boris, at, input, held } = await open();
    const stands = standsIn((await anna.get(`${at}/edit`)).html);
    await boris.post(at, { ...stands, [input('Notes')]: 'by Boris' });
    expect((await anna.post(at, { ...stands, base, [input('Notes')]: 'by Anna' })).status).toBe(409);
    expect(await held('Notes')).toBe('by Boris');
  },
);
