import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, settings, WrongConfig } from './config.ts';

const refused = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongConfig) return error.problems;
    throw error;
  }
  return [];
};

test('without a word from outside everything has its default', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3000, host: undefined, publicUrl: undefined, logLevel: 'info' });
  expect(config.dataDir).toBe(resolve('data'));
  expect(config.maxUploadBytes).toBe(25 * 1024 * 1024);
  expect(Object.isFrozen(config)).toBe(true);
});

test('what is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: ' ', DATA_DIR: '' })).toMatchObject({ port: 3000, dataDir: resolve('data') });
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3e3'],
  ['HOST', 'no host'],
  ['DATA_DIR', 'a\0b'],
  ['PUBLIC_URL', 'lines.example.org'],
  ['PUBLIC_URL', 'https://example.org/lines'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'proxy.local'],
  ['LOG_LEVEL', 'loud'],
  ['MAX_UPLOAD_MB', '0'],
  ['MAX_UPLOAD_MB', '2.5'],
  ['DEMO_LANG', 'de'],
])('%s=%j is refused by name, with what was expected', (name, value) => {
  const problems = refused({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} is .+, expected .+`));
});

test('every wrong setting is named at once', () => {
  expect(refused({ PORT: 'x', LOG_LEVEL: 'y' }).map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL']);
});

test('another database is refused without repeating its password', () => {
  const [problem] = refused({ DATABASE_URL: 'postgres://lines:secret@db/lines' });
  expect(problem).toMatch(/^DATABASE_URL is set, expected nothing/);
  expect(problem).not.toContain('secret');
});

test('a public address is kept as its origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Lines.example.org/' }).publicUrl).toBe('https://lines.example.org');
});

test('proxies are believed by address and by network, an IPv4 one also when IPv6 names it', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.1.0.0/16 fd00::/8' });
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.2.3', 'fd12::1']) {
    expect(trustedProxies.include(address), address).toBe(true);
  }
  for (const address of ['127.0.0.2', '10.2.0.1', '::ffff:10.2.0.1', 'fe80::1', '', 'nonsense']) {
    expect(trustedProxies.include(address), address).toBe(false);
  }
});

test('the README lists exactly the settings that there are', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = readme.match(/^\| `[A-Z_]+` \|.*$/gm);
  const expected = Object.entries(settings).map(
    ([name, { default: value, help }]) => `| \`${name}\` | ${value === '' ? 'empty' : `\`${value}\``} | ${help} |`,
  );
  expect(rows).toEqual(expected);
});
