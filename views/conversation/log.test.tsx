import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import type { Entry } from './entry.tsx';
import { LogEntries, type LogProps } from './log.tsx';

const noon = Date.UTC(2026, 10, 22, 12);

const said = (seq: number, side: 'ours' | 'theirs', after = 0): Entry => ({
  id: `id${seq}`,
  conversationId: 'c',
  seq,
  at: noon + after,
  kind: 'said',
  side,
  author: { key: side, name: side, avatar: null },
  text: `text ${seq}`,
  files: [],
});

const shown = (props: Partial<LogProps>): string =>
  String(
    <LogEntries
      conversationId="c"
      entries={[]}
      earlier={null}
      later={false}
      firstUnread={null}
      seenSeq={0}
      words={en}
      {...props}
    />,
  );

test('new messages begin below a line of their own', () => {
  const html = shown({ entries: [said(1, 'theirs'), said(2, 'theirs')], firstUnread: 2 });
  expect(html.indexOf('text 1')).toBeLessThan(html.indexOf('New messages'));
  expect(html.indexOf('New messages')).toBeLessThan(html.indexOf('text 2'));
});

test('"Seen" stands below the last of ours that the other side has read, though they wrote since', () => {
  const html = shown({ entries: [said(1, 'ours'), said(2, 'ours'), said(3, 'theirs'), said(4, 'ours')], seenSeq: 3 });
  expect(html.indexOf('text 2')).toBeLessThan(html.indexOf('>Seen<'));
  expect(html.indexOf('>Seen<')).toBeLessThan(html.indexOf('text 3'));
  expect(html.match(/>Seen</g)).toHaveLength(1);
});

test('there is always exactly one "Seen" to replace, hidden where nothing was seen, and none in an earlier stretch', () => {
  expect(shown({ entries: [said(1, 'ours')] })).toMatch(/<p id="seen-c"[^>]* hidden/);
  expect(shown({ entries: [said(9, 'ours')], seenSeq: 3 })).toMatch(/<p id="seen-c"[^>]* hidden/);
  expect(shown({ entries: [said(1, 'ours')], seenSeq: null })).not.toContain('seen-c');
});

test('messages of one author and minute stand together; a new day parts them', () => {
  const entries = [said(1, 'ours'), said(2, 'ours', 20_000), said(3, 'ours', 70_000), said(4, 'ours', 86_400_000)];
  const articles = shown({ entries }).split('<article').slice(1);
  expect(articles.map((article) => article.includes('data-joined'))).toEqual([false, true, false, false]);
  expect(articles.map((article) => article.includes('class="day"'))).toEqual([true, false, false, true]);
});
