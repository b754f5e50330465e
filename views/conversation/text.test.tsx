import { expect, test } from 'vitest';
import { Text } from './text.tsx';

const shown = (text: string): string => String(<Text text={text} />);

test('what is written never becomes markup', () => {
  expect(shown('<img src=x onerror=alert(1)> & "quotes"')).toBe(
    '<div class="text">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;</div>',
  );
});

test('addresses become links, without the punctuation that follows them', () => {
  expect(shown('See https://example.test/a?b=1&c=2, please')).toContain('href="https://example.test/a?b=1&amp;c=2"');
  expect(shown('(http://example.test)')).toContain('href="http://example.test"');
});

test('nothing but http becomes a link', () => {
  expect(shown('javascript:alert(1) data:text/html,x ftp://x')).not.toContain('href');
});

test('an address cannot leave its attribute', () => {
  const html = shown('https://example.test/"onmouseover="alert(1)');
  expect(html).toContain('href="https://example.test/"');
  expect(html).not.toContain('"onmouseover="');
});
