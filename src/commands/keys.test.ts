import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { migrationsFolder } from '../db/migrations-folder.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { createCompany } from '../people/company.ts';
import { factorOf, secretOf } from '../people/second-factor/factor.ts';
import { beginSecondFactor, confirmSecondFactor, pendingSecret } from '../people/second-factor/set-up.ts';
import { readKeys } from '../secrets/keys.ts';
import { createSecrets } from '../secrets.ts';
import { newFolder, runToEnd, serve } from './testing.ts';

const open = (folder: string) => openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });

const secretsIn = async (folder: string) => createSecrets((await readKeys(join(folder, 'keys'), folder)).keys);

const keysIn = (folder: string): string[] => readdirSync(join(folder, 'keys')).sort();

/** A data folder in which Ada has a second factor, and its secret. */
const withFactor = async () => {
  const folder = newFolder();
  const db = await open(folder);
  const given = { company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: '-' };
  const ada = await db.write((tx) => createCompany(tx, { ...given, administrators: 'A', everyone: 'E', at: 1 }));
  const secrets = await secretsIn(folder);
  const now = Date.now();
  await beginSecondFactor(db, secrets, ada, now);
  const secret = (await pendingSecret(db, secrets, ada, now)) ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  expect(await confirmSecondFactor(db, secrets, ada, code, now)).toHaveProperty('done');
  await db.close();
  return { folder, ada, secret };
};

/** Starts the server, stops it, and answers what it complained of. */
const complaints = async (folder: string): Promise<string> => {
  const running = await serve({ DATA_DIR: folder, LOG_LEVEL: 'error' });
  expect((await fetch(`${running.address}/healthz`)).status).toBe(200);
  running.process.kill('SIGTERM');
  return (await running.ended).err;
};

test('the first start makes a key for its owner alone; a restore brings it along, and the second factor opens', async () => {
  const { folder, ada, secret } = await withFactor();
  expect(await complaints(folder)).toBe('');
  const [name = '', ...more] = keysIn(folder);
  expect([name, more]).toEqual([expect.stringMatching(/^secrets-[0-9a-f]{8}\.key$/), []]);
  expect(statSync(join(folder, 'keys', name)).mode & 0o077).toBe(0);
  const archive = join(newFolder(), 'backup.tar');
  const target = join(newFolder(), 'data');
  expect((await runToEnd(['backup', archive], { DATA_DIR: folder })).err).toBe('');
  expect((await runToEnd(['restore', archive], { DATA_DIR: target })).err).toBe('');
  expect(keysIn(target)).toEqual([name]);
  const db = await open(target);
  const factor = await factorOf(db.read, ada);
  expect(factor && secretOf(await secretsIn(target), factor)).toBe(secret);
  await db.close();
});

test('a backup of before there were keys is restored and served, and gets one', async () => {
  const folder = newFolder();
  await (await open(folder)).close();
  const archive = join(newFolder(), 'old.tar');
  const target = join(newFolder(), 'data');
  expect((await runToEnd(['backup', archive], { DATA_DIR: folder })).err).toBe('');
  expect((await runToEnd(['restore', archive], { DATA_DIR: target })).err).toBe('');
  expect(existsSync(join(target, 'keys'))).toBe(false);
  expect(await complaints(target)).toBe('');
  expect(keysIn(target)).toHaveLength(1);
});

test('a lost key is told by its name and with what to do; put back beside the new one all is well', async () => {
  const { folder } = await withFactor();
  const [name = ''] = keysIn(folder);
  const key = readFileSync(join(folder, 'keys', name));
  rmSync(join(folder, 'keys'), { recursive: true });
  const lost = await complaints(folder);
  expect(lost).toContain(`The key ${join(folder, 'keys', name)} is missing`);
  expect(lost).toContain('put it back from a backup');
  writeFileSync(join(folder, 'keys', name), key);
  expect(keysIn(folder)).toHaveLength(2);
  expect(await complaints(folder)).toBe('');
});

test('a damaged key is told, and stops nobody from working', async () => {
  const { folder } = await withFactor();
  const [name = ''] = keysIn(folder);
  writeFileSync(join(folder, 'keys', name), 'half');
  const said = await complaints(folder);
  expect(said).toContain(`The key ${join(folder, 'keys', name)} is damaged: put it back from a backup.`);
  expect(said).toContain('second factor of 1 of your people');
});

test('a folder of keys that is none is said in words', async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keys'), 'no folder');
  const { code, err } = await runToEnd(['serve'], { DATA_DIR: folder, PORT: '0' });
  expect([code, err]).toEqual([
    73,
    expect.stringContaining(`The keys in ${join(folder, 'keys')} cannot be read or made`),
  ]);
});

test('whoever lost phone and recovery codes gets back in from the console', async () => {
  const { folder, ada } = await withFactor();
  const settings = { DATA_DIR: folder };
  const { code, out, err } = await runToEnd(['reset-password', 'ada@example.com', '--without-second-factor'], settings);
  expect([code, out, err]).toEqual([0, expect.stringContaining('/password/'), expect.stringContaining('is off')]);
  const db = await open(folder);
  expect(await factorOf(db.read, ada)).toBeUndefined();
  await db.close();
  expect((await runToEnd(['reset-password', 'ada@example.com', '--without'], settings)).code).toBe(64);
});
