import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFull } from '../errors.ts';
import { migrationsFolder } from '../migrations-folder.ts';
import { openSqlite } from '../open.sqlite.ts';
import { settings } from '../schema.ts';

// Run by full-disk.long.ts in a process of its own, with a small disk as its argument; tells what happened as JSON.
const folder = process.argv[2] ?? '';
const ballast = join(folder, 'ballast');
const acknowledged: string[] = [];
const refusals: unknown[] = [];
let count = 0;

const db = await openSqlite({ file: join(folder, 'a.db'), migrations: migrationsFolder() });
const write = async (): Promise<void> => {
  const key = `k${count++}`;
  const work = db.write(async (tx) => {
    await tx.insert(settings).values({ key, value: 'x'.repeat(2_000) });
    await tx.record({ kind: 'person', ids: { person: key } });
  });
  await work.then(
    () => acknowledged.push(key),
    (error: unknown) => refusals.push(error),
  );
};

writeFileSync(ballast, 'x'.repeat(600_000));
for (let round = 0; round < 60; round++) await Promise.all(Array.from({ length: 8 }, write));
const fitted = acknowledged.length;
rmSync(ballast);
await write();
const stored = new Set((await db.read.select({ key: settings.key }).from(settings)).map(({ key }) => key));
process.stdout.write(
  JSON.stringify({
    fitted,
    refused: refusals.length,
    onlyFull: refusals.every((error) => error instanceof DatabaseFull),
    afterwards: acknowledged.length - fitted,
    missing: acknowledged.filter((key) => !stored.has(key)).length,
    unexpected: stored.size - acknowledged.length,
    facts: db.facts.cursor() - acknowledged.length,
  }),
);
await db.close();
