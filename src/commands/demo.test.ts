import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, runToEnd, start } from './testing.ts';

test('the demo fills a new folder, says who can sign in, and the next time finds it as it was left', async () => {
  const folder = join(newFolder(), 'demo');
  const settings = { PORT: '0', DATA_DIR: folder, DEMO_LANG: 'ru' };
  const first = start(['demo'], settings);
  await first.says(/http:\/\/localhost:\d+/);
  for (const name of ['admin', 'anna', 'boris', 'vera', 'gleb', 'pavel'])
    await first.says(new RegExp(`${name}@demo\\.test`));
  await first.says(/demo-lines-2026/);
  first.process.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);

  const second = start(['demo'], settings);
  await second.says(/pavel@demo\.test/);
  second.process.kill('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, err: expect.not.stringContaining('"level":"error"') });
});

test('a folder that is not the demo’s is refused and left as it is', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const { code, err } = await runToEnd(['demo'], { PORT: '0', DATA_DIR: folder });
  expect([code, err]).toEqual([78, expect.stringContaining(`${folder} is not the demo's`)]);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test('a demo that was cut short while it was made is made again', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'demo.json'), '{"filled":null}');
  writeFileSync(join(folder, 'lines.db'), 'half a database');
  const again = start(['demo'], { PORT: '0', DATA_DIR: folder, DEMO_LANG: 'en' });
  await again.says(/admin@demo\.test/);
  again.process.kill('SIGTERM');
  expect((await again.ended).code).toBe(0);
});
