import { expect, it } from 'vitest';
import { valueIn } from '../../../apps/fields/value.ts';
import { itemFor } from '../../../apps/items/read.ts';
import { addApp, addItem, fieldNamed } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { itemsOpen, saidBy, standsIn } from './testing.ts';

/** Operators edit and create, supervisors only see: Vera. Gleb does both; Pavel nothing. */
const open = async () => {
  const house = await itemsOpen();
  const { operators, supervisors } = house.company.groups;
  const app = await addApp(
    house.db,
    'Clients',
    [
      { kind: 'text', name: 'Name', sole: true },
      { kind: 'files', name: 'Papers' },
      { kind: 'files', name: 'Photos' },
    ],
    { edit: [operators], create: [operators], see: [supervisors] },
    { titlePattern: 'Client {number}' },
  );
  const input = (name: string, what = 'f') => `${what}.${fieldNamed(app, name).id}`;
  const { anna, boris, vera, pavel } = house.company;
  const people = { anna: house.as(anna), boris: house.as(boris), vera: house.as(vera), pavel: house.as(pavel) };
  return { ...house, app, input, ...people };
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

it('takes files into the fields in which they were chosen, and gives them to who sees the item', async () => {
  const { anna, vera, pavel, app, input } = await open();
  const papers = [new File(['one'], 'договор.txt'), new File(['two'], 'b.txt')];
  const saved = await anna.post(`/apps/${app.id}/items`, {
    ...{ id: newId(), [input('Name')]: 'Clara', [input('Papers', 'file')]: papers },
    [input('Photos', 'file')]: new File([png], 'face.png'),
  });
  expect(saved.status).toBe(303);
  const page = await vera.get(saved.location ?? '');
  expect(saidBy(page.html)).toMatch(/Papers договор\.txt 3 B b\.txt 3 B Photos/);
  const image = /<img src="(\/files\/[\w-]+)"/.exec(page.html)?.[1] ?? '';
  expect((await vera.get(image)).status).toBe(200);
  expect((await pavel.get(image)).status).toBe(404);
});

it('lets files stay, go and come with a change, and adopts none of others', async () => {
  const { db, company, anna, app, input } = await open();
  const sent = { [input('Papers', 'file')]: [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')] };
  const one = await anna.post(`/apps/${app.id}/items`, { id: newId(), [input('Name')]: 'Clara', ...sent });
  const two = await anna.post(`/apps/${app.id}/items`, { id: newId(), [input('Name')]: 'Boris', ...sent });
  const idIn = (location: string | null) => location?.split('/')[2]?.split('?')[0] ?? '';
  const held = async (id: string) => {
    const found = await itemFor(db.read, company.anna, id);
    const value = found && valueIn(found.item.doc, fieldNamed(app, 'Papers'));
    return Array.isArray(value) ? value : [];
  };
  const [mine, theirs] = [await held(idIn(one.location)), await held(idIn(two.location))];
  expect([mine.length, theirs.length]).toEqual([2, 2]);
  const at = `/items/${idIn(one.location)}`;
  const form = await anna.get(`${at}/edit`);
  const stands = standsIn(form.html);
  expect(stands[input('Papers')]).toEqual(mine);
  const stolen = await anna.post(at, { ...stands, [input('Papers')]: [...mine, ...theirs] });
  expect(stolen.status).toBe(422);
  // Nor does anybody learn what the files of others are called.
  expect(stolen.html.match(/b\.txt/g)).toHaveLength(1);
  const third = new File(['three'], 'c.txt');
  const changed = { ...stands, [input('Papers')]: [mine[1] ?? ''], [input('Papers', 'file')]: third };
  expect((await anna.post(at, changed)).status).toBe(303);
  expect(saidBy((await anna.get(at)).html)).toMatch(/Papers b\.txt 3 B c\.txt 5 B/);
});

it('says at the field which file was refused, keeps the rest, and that files have to be chosen again', async () => {
  const { anna, app, input } = await open();
  const refused = await anna.post(`/apps/${app.id}/items`, {
    ...{
      id: newId(),
      [input('Name')]: 'Clara',
      [input('Papers', 'file')]: new File(['x'.repeat(2 ** 20 + 1)], 'big.bin'),
    },
    [input('Photos', 'file')]: new File([png], 'face.png'),
  });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(new RegExp(`id="field-${input('Papers')}-error">“big.bin” is larger than 1 MB.`));
  expect(saidBy(refused.html)).toContain('choose them again');
  expect(standsIn(refused.html)[input('Name')]).toEqual(['Clara']);
});

it('makes one item of a form with files however often it was sent', async () => {
  const { anna, app, input } = await open();
  const id = newId();
  const send = () =>
    anna.post(`/apps/${app.id}/items`, {
      ...{ id, [input('Name')]: 'Clara', [input('Papers', 'file')]: new File(['one'], 'a.txt') },
    });
  const both = [await send(), await send()];
  expect(both.map(({ status, location }) => [status, location])).toEqual([
    [303, `/items/${id}?saved`],
    [303, `/items/${id}?saved`],
  ]);
});

it('asks before it deletes, says who did, and brings back', async () => {
  const { db, app, anna, boris, vera } = await open();
  const item = await addItem(db, app, { Name: 'Clara' });
  const orders = await addApp(db, 'Orders', [{ kind: 'references', name: 'Clients', options: { app: app.id } }]);
  await addItem(db, orders, { Clients: [item.id] });
  const at = `/items/${item.id}`;
  const asked = saidBy((await anna.get(`${at}/deletion`)).html);
  expect(asked).toContain('Delete “Client 1”?');
  expect(asked).toContain('1 item refers to it');
  expect((await anna.post(`${at}/deletion`)).location).toBe(`${at}?deleted`);
  expect((await boris.post(`${at}/deletion`)).status).toBe(303);
  const gone = await boris.get(at);
  expect(saidBy(gone.html)).toContain('Deleted by Anna');
  expect(saidBy(gone.html)).not.toContain('Add comment');
  expect((await vera.get(at)).status).toBe(404);
  expect((await vera.post(`${at}/restoration`)).status).toBe(404);
  expect((await boris.get(`${at}/edit`)).location).toBe(at);
  expect((await boris.post(`${at}/comments`, { text: 'late' })).status).toBe(404);
  expect((await boris.post(`${at}/restoration`)).location).toBe(`${at}?restored`);
  const back = saidBy((await vera.get(at)).html);
  expect(back).toContain('Clara');
  expect(back).toMatch(/Boris · brought back .* Anna · deleted/);
});

it('does not bring back what would be twice what may be once, and says where', async () => {
  const { db, app, anna } = await open();
  const item = await addItem(db, app, { Name: 'Clara' });
  await anna.post(`/items/${item.id}/deletion`);
  await addItem(db, app, { Name: 'Clara' });
  const refused = await anna.post(`/items/${item.id}/restoration`);
  expect(refused.status).toBe(409);
  expect(saidBy(refused.html)).toMatch(/another item has the same value now in: Name/);
  expect(saidBy(refused.html)).toContain('Deleted by Anna');
});

it('takes a comment of whoever sees the item once, and back from its author alone', async () => {
  const { db, app, anna, vera, pavel } = await open();
  const item = await addItem(db, app, { Name: 'Clara' });
  const at = `/items/${item.id}`;
  const id = newId();
  const comment = { id, text: '<script>alert(1)</script>\r\nTwo lines' };
  expect((await vera.post(`${at}/comments`, comment)).status).toBe(303);
  expect((await vera.post(`${at}/comments`, comment)).status).toBe(303);
  const other = await vera.post(`${at}/comments`, { id, text: 'Something else' });
  expect(other.status).toBe(409);
  expect(saidBy(other.html)).toContain('Something else');
  const page = await anna.get(at);
  expect(page.html).not.toContain('<script>alert(1)');
  expect(page.html.split('&lt;script&gt;alert(1)')).toHaveLength(2);
  expect(page.html).not.toContain(`/comments/${id}/deletion`);
  expect((await pavel.post(`${at}/comments`, { id: newId(), text: 'Hello' })).status).toBe(404);
  expect((await anna.post(`${at}/comments/${id}/deletion`)).status).toBe(404);
  expect((await vera.post(`${at}/comments/${id}/deletion`)).status).toBe(303);
  expect((await vera.post(`${at}/comments/${id}/deletion`)).status).toBe(303);
  expect(saidBy((await anna.get(at)).html)).toMatch(/Vera .* This comment was taken back/);
  expect((await anna.get(at)).html).not.toContain('alert(1)');
});

it.each([
  ['nothing', '', 422, 'Type a comment.'],
  ['nothing but what nobody sees', ' \n\0', 422, 'Type a comment.'],
  ['too much', 'x'.repeat(10_001), 422, 'too long'],
])('refuses a comment of %s with its words kept', async (_what, text, status, said) => {
  const { db, app, anna } = await open();
  const item = await addItem(db, app, { Name: 'Clara' });
  const refused = await anna.post(`/items/${item.id}/comments`, { id: newId(), text });
  expect(refused.status).toBe(status);
  expect(saidBy(refused.html)).toContain(said);
  expect(saidBy(refused.html)).toContain(text.trim().replaceAll('\0', ''));
});
