import { expect, test } from 'vitest';
import { wordsFor } from '../../src/i18n/index.ts';
import type { OpenSession } from '../../src/sessions/shapes.ts';
import { Answering } from './answering.tsx';

const words = wordsFor('en');
const row: OpenSession['row'] = {
  id: 'session',
  conversationId: 'conversation',
  line: { id: 'line', name: 'IT support' },
  client: { accountId: 'account', userId: null, name: 'Pavel', avatar: null, channel: 'chat' },
  state: 'closed',
  owner: { id: 'anna', name: 'Anna', avatar: null },
  last: { kind: 'client', author: null, text: 'Hello', at: 1 },
  waitingSince: 1,
  closedAt: 2,
  unread: 0,
  counts: { client: 1, answered: 0 },
  version: 2,
};
const may = { take: false, reply: false, reassign: false, giveBack: false, close: false, settings: false };

const shown = (draft: string): string =>
  String(<Answering session={{ row, may, draft }} me="anna" messageId="message" words={words} />);

test('what was typed before the session closed can still be copied', () => {
  expect(shown('Half an ans')).toMatch(/<textarea readonly[^>]*>Half an ans<\/textarea>/);
});

test('where nothing was typed nothing stands but the reason', () => {
  expect(shown('')).not.toContain('textarea');
  expect(shown('')).toContain(words.desk.cannotReply.closed);
});
