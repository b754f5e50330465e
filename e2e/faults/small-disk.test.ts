import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { newId } from '../../src/id.ts';
import { filesOfMessages, writtenIn, wrongNumbers } from '../support/books.ts';
import { makeCompany } from '../support/company.ts';
import { reasonIn } from '../support/composer.ts';
import { filesIn } from '../support/doors.ts';
import { originOf } from '../support/killed.ts';
import { askAs } from '../support/person.ts';
import { startServer } from '../support/server.ts';

const company = await makeCompany();
const place = mkdtempSync(join(tmpdir(), 'lines-small-disk-'));
afterAll(() => {
  for (const folder of [company.folder, place]) rmSync(folder, { recursive: true, force: true });
});

// A disk of four megabytes with the company on it, in a name space of its own, so that nobody has to be root for it.
const onSmallDisk = [
  ...['unshare', '-rm', 'sh', '-c'],
  'mount -t tmpfs -o size=4m tmpfs "$1" && cp -r "$2/." "$1" && shift 2 && exec "$@"',
  ...['sh', place, company.folder],
];
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', place]).status === 0;

test('a real server whose real disk fills up: nothing acknowledged is lost, files are refused by name, and it goes on when there is room', async (context) => {
  context.skip(!mayMount, 'nobody may mount a disk of their own on this machine');
  const server = await startServer({ dataDir: place, through: onSmallDisk });
  const disk = `/proc/${server.pid}/root${place}`;
  try {
    const pavel = askAs(originOf(server), company.people.pavel);
    const path = `/messages/${company.lines.shows}/messages`;
    const forms = Array.from({ length: 120 }, (_, n) => ({ id: newId(), text: `Message ${n} ${'x'.repeat(4_000)}` }));
    const send = async (form: { id: string; text: string }) => {
      const sent = await pavel.send(path, form);
      if (sent.status === 503) expect(sent.html).toContain(form.text);
      return sent.status;
    };
    const eightAtOnce = async () => {
      const statuses: number[] = [];
      for (let from = 0; from < forms.length; from += 8)
        statuses.push(...(await Promise.all(forms.slice(from, from + 8).map(send))));
      return statuses;
    };

    writeFileSync(join(disk, 'ballast'), Buffer.alloc(roomOn(disk) - 700_000));
    const first = await eightAtOnce();
    expect(new Set(first)).toEqual(new Set([303, 503]));
    const film = new File([new Uint8Array(roomOn(disk) + 100_000)], 'film.mp4');
    const refused = await pavel.send(path, { id: newId(), text: 'Look' }, [film]);
    expect(refused.status).toBe(507);
    expect(reasonIn(refused)).toContain('The server has no room left for “film.mp4”. Nothing was sent');
    expect(filesIn(join(disk, 'files'))).toEqual([]);
    expect((await pavel.get(`/messages/${company.lines.shows}`)).status).toBe(200);
    expect(server.output()).toContain('DatabaseFull');

    const acknowledged = forms.filter((_, n) => first[n] === 303).map(({ text }) => text);
    expect(await look(disk)).toEqual({ texts: acknowledged.sort(), files: 0, wrong: [] });

    rmSync(join(disk, 'ballast'));
    expect(new Set(await eightAtOnce())).toEqual(new Set([303]));
    expect((await pavel.send(path, { id: newId(), text: 'Look' }, [new File(['x'], 'slip.txt')])).status).toBe(303);
    const texts = [...forms.map(({ text }) => text), 'Look'].sort();
    expect(await look(disk)).toEqual({ texts, files: 1, wrong: [] });
  } finally {
    await server.stop();
  }
});

/** Bytes that a disk has left. */
const roomOn = (disk: string): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

/** What stands in the database, in a copy of it that was made while nobody wrote. */
const look = async (disk: string) => {
  const copy = mkdtempSync(join(tmpdir(), 'lines-copy-'));
  for (const name of ['lines.db', 'lines.db-wal']) cpSync(join(disk, name), join(copy, name));
  const db = await openSqlite({ file: join(copy, 'lines.db') });
  try {
    const people = Object.values(company.people).map(({ id }) => id);
    return {
      texts: (await writtenIn(db)).map(({ text }) => text).sort(),
      files: (await filesOfMessages(db)).length,
      wrong: await wrongNumbers(db, people),
    };
  } finally {
    await db.close();
    rmSync(copy, { recursive: true, force: true });
  }
};
