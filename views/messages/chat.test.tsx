import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { ru } from '../../src/i18n/ru/index.ts';
import type { ClientChat, ClientMessage } from '../../src/sessions/shapes.ts';
import { Chat } from './chat.tsx';

const answer = (from: (ClientMessage & { kind: 'answer' })['from']): ClientMessage => ({
  id: 'message',
  conversationId: 'conversation',
  seq: 1,
  at: 1,
  kind: 'answer',
  from,
  text: 'Hello',
  files: [],
});

const chat = (changes: Partial<ClientChat>, messages: ClientMessage[] = []): ClientChat => ({
  line: { id: 'line', name: 'IT support', description: '', avatar: null, showOperator: false },
  conversationId: 'conversation',
  stretch: { messages, earlier: false, later: false },
  firstUnread: null,
  seenSeq: 0,
  lastSeq: 1,
  closedBecause: null,
  draft: '',
  ...changes,
});

test('the line speaks where it shows no operators, else the operator by name', () => {
  const hidden = String(<Chat chat={chat({}, [answer({ kind: 'line' })])} messageId="new" words={en} />);
  expect(hidden).toContain('data-author="line"');
  expect(hidden).toContain('<p class="author">IT support</p>');
  const anna = { kind: 'operator', id: 'anna-id', name: 'Anna', avatar: '/people/anna-id/avatar?v=1' } as const;
  const named = String(<Chat chat={chat({}, [answer(anna)])} messageId="new" words={en} />);
  expect(named).toContain('<p class="author">Anna</p>');
  expect(named).toContain('src="/people/anna-id/avatar?v=1"');
});

test('who cannot write is told why, and finds nothing to write in', () => {
  const html = String(<Chat chat={chat({ closedBecause: 'archived' })} messageId="new" words={ru} />);
  expect(html).toContain('Линия в архиве');
  expect(html).not.toContain('<textarea');
});

test('a refused message stands in the composer again, beside the reason', () => {
  const refused = { text: 'Much </textarea><b>text', reason: 'Too long' };
  const html = String(<Chat chat={chat({ draft: 'an earlier draft' })} messageId="new" words={en} refused={refused} />);
  expect(html).toContain('Much &lt;/textarea&gt;&lt;b&gt;text</textarea>');
  expect(html).toContain('Too long');
  expect(html).not.toContain('earlier draft');
});
