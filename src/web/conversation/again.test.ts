import { beforeEach, expect, test } from 'vitest';
import { kept } from '../../../views/layout/kept.ts';
import { newId } from '../../id.ts';
import { type Company, makeCompany } from '../../lines/testing.ts';
import { done, take, write } from '../../live/testing.ts';
import { createSignIns } from '../../people/sign-in/sign-ins.ts';
import { assign } from '../../sessions/assign.ts';
import { openHouse } from '../testing.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
let company: Company;

beforeEach(async () => {
  house = await openHouse();
  company = await makeCompany(house.db);
});

const cookieOf = async (personId: string): Promise<string> => {
  const signIns = createSignIns(house.db, { secure: false });
  return (await house.db.write((tx) => signIns.start(tx, personId))).split(';')[0] ?? '';
};

/** Sends a composer's form, as the page's script does. */
const send = async (cookie: string, path: string, fields: { id: string; text: string; file?: File }) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ id: fields.id, text: fields.text })) body.append(name, value);
  if (fields.file) body.append('files', fields.file);
  const headers = { host: 'localhost', 'sec-fetch-site': 'same-origin', 'hx-request': 'true', cookie };
  const answer = await house.app.request(`http://localhost${path}`, { method: 'POST', headers, body });
  return { status: answer.status, html: await answer.text() };
};

const filesIn = (html: string): string[] => [...new Set(html.match(/\/files\/[0-9a-f-]{36}/g) ?? [])];

test('a message with a file that is sent twice at once is there once, and every answer shows the file that stays', async () => {
  const pavel = await cookieOf(company.pavel);
  const message = { id: newId(), text: 'See here', file: new File(['what I saw'], 'seen.txt') };
  const path = `/messages/${company.lines.support}/messages`;
  const answers = await Promise.all([send(pavel, path, message), send(pavel, path, message)]);
  // Much later, or after the next start: what was rendered then is forgotten.
  for (let i = 0; i < 4_000; i++) kept(`other ${i}`, () => '');
  answers.push(await send(pavel, path, message));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const shown = answers.map(({ html }) => filesIn(html));
  expect(new Set(shown.flat()).size).toBe(1);
  for (const [file = 'none'] of shown) {
    const served = await house.app.request(`http://localhost${file}`, {
      headers: { host: 'localhost', cookie: pavel },
    });
    expect(await served.text()).toBe('what I saw');
  }
});

test('an answer that is sent again tells nothing of a session that was lost since', async () => {
  const { anna, boris, pavel, lines } = company;
  const { session } = await write(house.db, pavel, lines.support, 'Hello');
  await take(house.db, anna, session);
  const cookie = await cookieOf(anna);
  const answer = { id: newId(), text: 'One moment' };
  const path = `/sessions/${session}/messages`;
  expect((await send(cookie, path, answer)).html).toContain(`id="s-${session}"`);
  await done(house.db, (tx) => assign(tx, anna, session, boris, anna, Date.now()));
  await write(house.db, pavel, lines.support, 'For Boris alone');
  const again = await send(cookie, path, answer);
  expect(again.status).toBe(200);
  expect(again.html).toContain('One moment');
  expect(again.html).not.toContain('For Boris alone');
  expect(again.html).not.toContain('Boris');
});
