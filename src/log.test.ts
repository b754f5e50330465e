import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log, setLogLevel } from './log.ts';

let written: string[];
beforeEach(() => {
  written = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => setLogLevel('info'));

test('an event is one line of JSON', () => {
  log.info('served', { port: 3000 });
  expect(written).toHaveLength(1);
  expect(written[0]?.indexOf('\n')).toBe((written[0]?.length ?? 0) - 1);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ level: 'info', event: 'served', port: 3000 });
});

test('less grave events than asked for are left out', () => {
  setLogLevel('warn');
  log.info('served');
  log.debug('detail');
  log.warn('odd');
  log.error('bad', new Error('x'));
  expect(written.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error']);
});

test('an error says what and where; of a failed query never what people wrote', () => {
  const cause = Object.assign(new Error('UNIQUE constraint failed: users.email'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
  const query = 'insert into messages (text) values (?)';
  const failed = Object.assign(new Error(`Failed query: ${query}\nparams: my secret`, { cause }), {
    query,
    params: ['my secret'],
  });
  log.error('failed', failed, { requestId: 'r1' });
  expect(written.join('')).not.toContain('secret');
  const { error, requestId } = JSON.parse(written[0] ?? '');
  expect(requestId).toBe('r1');
  expect(error).toMatchObject({ query, cause: { message: cause.message, code: cause.code } });
  expect(error.at[0]).toContain('log.test.ts');
});

test('a stack that somebody pasted into a message is what people wrote, too', () => {
  const query = 'insert into messages (text) values (?)';
  const pasted = 'It fails:\n    at payroll (salaries.js:1:2)\n    at main.js:3:4 $&';
  const failed = Object.assign(new Error(`Failed query: ${query}\nparams: ${pasted}`), { query });
  log.error('failed', failed);
  expect(written.join('')).not.toContain('salaries');
  expect(JSON.parse(written[0] ?? '').error.at[0]).toContain('log.test.ts');
});
