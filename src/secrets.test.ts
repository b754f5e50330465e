import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keyFile, readKeys } from './secrets/keys.ts';
import { testSecrets } from './secrets/testing.ts';
import { createSecrets, keyId, keyLength } from './secrets.ts';

const reasonOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('what was sealed opens at its place, never looks the same twice, and shows nothing', () => {
  const secrets = testSecrets();
  const sealed = secrets.seal('JBSWY3DPEHPK3PXP', 'second_factors.secret a');
  expect(secrets.open(sealed, 'second_factors.secret a')).toBe('JBSWY3DPEHPK3PXP');
  expect(sealed).not.toBe(secrets.seal('JBSWY3DPEHPK3PXP', 'second_factors.secret a'));
  expect(sealed).not.toContain('JBSWY3DP');
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('JBSWY3DP');
});

test.each([
  ['at another place', (sealed: string) => sealed, 'second_factors.secret b'],
  [
    'changed by a letter',
    (sealed: string) => `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`,
    'a',
  ],
  ['cut off', (sealed: string) => sealed.slice(0, -4), 'a'],
  ['emptied', (sealed: string) => sealed.replace(/[\w-]+$/, 'A'), 'a'],
  ['no sealed text at all', () => 'JBSWY3DPEHPK3PXP', 'a'],
])('%s it does not open', (_, spoil, context) => {
  const secrets = testSecrets();
  expect(reasonOf(() => secrets.open(spoil(secrets.seal('x', 'a')), context))).toMatchObject({ reason: 'damaged' });
});

test('a missing key is told by its id; put back beside the new one it opens again', () => {
  const [lost, made] = [randomBytes(keyLength), randomBytes(keyLength)];
  const sealed = createSecrets([lost]).seal('x', 'a');
  expect(reasonOf(() => createSecrets([made]).open(sealed, 'a'))).toMatchObject({ reason: 'no-key', key: keyId(lost) });
  const both = createSecrets([made, lost]);
  expect(both.open(sealed, 'a')).toBe('x');
  expect(createSecrets([made]).open(both.seal('y', 'a'), 'a')).toBe('y');
  expect(reasonOf(() => createSecrets([]).seal('x', 'a'))).toMatchObject({ reason: 'no-key' });
});

const dataFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, keys: join(folder, 'keys') };
};

test('the first start makes a key that nobody else may read, the second one finds it', async () => {
  const { folder, keys } = dataFolder();
  const first = await readKeys(keys, folder);
  const names = readdirSync(keys);
  expect(names).toEqual([keyFile(keyId(first.keys[0] ?? Buffer.alloc(0)))]);
  expect(statSync(join(keys, names[0] ?? '')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['keys']);
  expect(await readKeys(keys, folder)).toEqual(first);
});

test('a damaged key is named, and another one is made beside it', async () => {
  const { folder, keys } = dataFolder();
  await readKeys(keys, folder);
  const [name = ''] = readdirSync(keys);
  const whole = readFileSync(join(keys, name), 'utf8');
  writeFileSync(join(keys, name), `${randomBytes(keyLength).toString('base64')}\n`);
  const found = await readKeys(keys, folder);
  expect(found.damaged).toEqual([name]);
  expect(found.keys).toHaveLength(1);
  writeFileSync(join(keys, name), whole);
  expect(await readKeys(keys, folder)).toMatchObject({ damaged: [], keys: { length: 2 } });
});

test('other files in the folder are none of our business', async () => {
  const { folder, keys } = dataFolder();
  await readKeys(keys, folder);
  writeFileSync(join(keys, 'push.pem'), 'mine');
  renameSync(join(keys, readdirSync(keys).find((name) => name.startsWith('secrets-')) ?? ''), join(folder, 'away'));
  expect((await readKeys(keys, folder)).keys).toHaveLength(1);
  expect(existsSync(join(keys, 'push.pem'))).toBe(true);
});
