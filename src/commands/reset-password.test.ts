import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '../db/migrations-folder.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { createCompany } from '../people/company.ts';
import { newFolder, runToEnd, serve } from './testing.ts';

test('while the server runs, a link is printed that opens its page; for nobody there is none', async () => {
  const folder = newFolder();
  const { address, port } = await serve({ DATA_DIR: folder });
  const db = await openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });
  const given = { company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: '-' };
  await db.write((tx) => createCompany(tx, { ...given, administrators: 'A', everyone: 'E', at: 1 }));
  await db.close();

  const { code, out } = await runToEnd(['reset-password', 'Ada@Example.com'], { DATA_DIR: folder, PORT: port });
  expect(code).toBe(0);
  const [link = ''] = out.split('\n');
  expect(link).toMatch(new RegExp(`^http://localhost:${port}/password/.{20,}$`));
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(`${address}/password/another`)).status).toBe(404);

  const nobody = await runToEnd(['reset-password', 'eve@example.com'], { DATA_DIR: folder });
  expect([nobody.code, nobody.err]).toEqual([65, expect.stringContaining('eve@example.com')]);
  expect((await runToEnd(['reset-password'], { DATA_DIR: folder })).code).toBe(64);
});
