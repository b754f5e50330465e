import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { ru } from '../../src/i18n/ru/index.ts';
import type { Words } from '../../src/i18n/words.ts';
import type { SessionRow } from '../../src/sessions/shapes.ts';
import { SessionItem } from './session-item.tsx';

const row: SessionRow = {
  id: 'session',
  conversationId: 'conversation',
  line: { id: 'line', name: 'IT support' },
  client: { accountId: 'account', userId: null, name: 'Pavel', avatar: null, channel: 'chat' },
  state: 'active',
  owner: { id: 'anna', name: 'Anna', avatar: null },
  last: { kind: 'client', author: null, text: 'Hello', at: 1 },
  waitingSince: 1,
  closedAt: null,
  unread: 0,
  counts: { client: 0, answered: 0 },
  version: 1,
};

const shown = (changes: Partial<SessionRow>, words: Words = en): string =>
  String(<SessionItem row={{ ...row, ...changes }} words={words} />);

test('a link is heard as its client, with what marks it', () => {
  expect(shown({})).toContain('aria-label="Pavel"');
  expect(shown({ unread: 2 })).toContain('aria-label="Pavel, 2 unread"');
  expect(shown({ state: 'unassigned', owner: null })).toContain('aria-label="Pavel, new"');
  expect(shown({ unread: 1 }, ru)).toContain('aria-label="Pavel, 1 непрочитанное"');
  expect(shown({ unread: 2 }, ru)).toContain('aria-label="Pavel, 2 непрочитанных"');
});

test('a row shows New or a number, never both', () => {
  const html = shown({ state: 'unassigned', owner: null, unread: 3 });
  expect(html.match(/class="badge/g)).toHaveLength(1);
  expect(html).toContain('>New<');
});

test('a new picture shows though the session did not change; without one there is no image', () => {
  expect(shown({})).not.toContain('<img');
  const client = { ...row.client, avatar: '/people/pavel/avatar?v=1' };
  expect(shown({ client })).toContain('src="/people/pavel/avatar?v=1"');
  expect(shown({ client: { ...client, avatar: '/people/pavel/avatar?v=2' } })).toContain('avatar?v=2"');
  expect(shown({ owner: { id: 'anna', name: 'Anna', avatar: '/people/anna/avatar?v=3' } })).toContain(
    'anna/avatar?v=3',
  );
});

test('names and texts of clients stay text', () => {
  const hostile = '"><script>alert(1)</script>';
  const html = shown({ client: { ...row.client, name: hostile }, last: { ...row.last, text: hostile } });
  expect(html).not.toContain('<script');
  expect(html).toContain('aria-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
});

test('a row in a frame leads to the session alone; on a page the list comes along', () => {
  expect(shown({})).toContain('href="/sessions/session"');
  const html = String(<SessionItem row={row} place={{ box: 'mine', lineId: 'line' }} words={en} />);
  expect(html).toContain('href="/sessions/session?in=line.mine"');
});
