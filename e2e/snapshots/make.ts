import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Doc } from '../../src/apps/fields/value.ts';
import { changeItem } from '../../src/apps/items/change.ts';
import { addComment } from '../../src/apps/items/comments.ts';
import { appById } from '../../src/apps/read.ts';
import { firstPlan } from '../../src/apps/transfer/first-plan.ts';
import { startImport } from '../../src/apps/transfer/imports.ts';
import { planRelabel } from '../../src/apps/upkeep/plan.ts';
import { fillDemo } from '../../src/commands/demo/company.ts';
import type { Db } from '../../src/db/doors.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { fields, items, units } from '../../src/db/schema.ts';
import { fileStore } from '../../src/files/disk.ts';
import type { FileStore, StoredFile } from '../../src/files/store.ts';
import { newId } from '../../src/id.ts';
import { archiveLine, createLine } from '../../src/lines/line.ts';
import { keepImport } from '../../src/people/import/pending.ts';
import type { Waiting } from '../../src/people/import/shape.ts';
import { createPasswordLink } from '../../src/people/password/links.ts';
import { challenge } from '../../src/people/second-factor/challenge.ts';
import { beginSecondFactor, confirmSecondFactor, pendingSecret } from '../../src/people/second-factor/set-up.ts';
import { createSignIns } from '../../src/people/sign-in/sign-ins.ts';
import { userByEmail } from '../../src/people/users.ts';
import { createSecrets, keyLength } from '../../src/secrets.ts';
import { saveDraft } from '../../src/sessions/drafts.ts';
import { listWaiting } from '../../src/sessions/list.ts';
import { newestMigration, snapshotOf } from './list.ts';

const oldLine = {
  ...{ name: 'Прежняя линия', description: '', avatar: null, showOperator: false },
  ...{ audienceGroups: [], operatorGroups: [], supervisorGroups: [], linkApp: null, createdApps: [] },
};

const file: Waiting = {
  state: 'waiting',
  newcomers: [{ line: 2, name: 'Новый Сотрудник', email: 'new@demo.test', groups: [], units: [] }],
  bad: [{ line: 3, text: 'Никто | нет', complaints: [{ problem: 'email-bad', about: 'нет' }] }],
  badCount: 1,
  unused: [],
};

// Leaves a small database of the present schema beside this file, for the test that upgrades all of them: `npm run snapshot`.
// What once landed is how people's databases look, and is never made again; before that, `npm run snapshot -- --again`.
const target = snapshotOf(newestMigration());
if (existsSync(target) && !process.argv.includes('--again')) {
  console.error(
    `${basename(target)} is there already. If its schema has not landed anywhere yet: npm run snapshot -- --again`,
  );
  process.exitCode = 1;
} else await make();

async function make(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lines-snapshot-'));
  try {
    const [lived, copy] = [join(folder, 'lived.db'), join(folder, 'copy.db')];
    const db = await openSqlite({
      file: lived,
      migrations: join(import.meta.dirname, '../../src/db/migrations/sqlite'),
    });
    const files = fileStore(join(folder, 'files'), 1_000_000);
    await fillDemo({ db, files }, 'ru');
    await addTheRest(db);
    await addRecords(db, files);
    await db.close();
    compact(lived, copy);
    writeFileSync(target, brotliCompressSync(readFileSync(copy)));
    console.log(`Made ${basename(target)}.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the demo has none of, so that no table is empty. */
async function addTheRest(db: Db): Promise<void> {
  const signIns = createSignIns(db, { secure: false });
  const anna = (await userByEmail(db.read, 'anna@demo.test'))?.id ?? '';
  const [session] = (await listWaiting(db.read, anna)).rows;
  const pavel = (await userByEmail(db.read, 'pavel@demo.test'))?.id ?? '';
  const by = { actor: anna, at: Date.now() };
  const line = newId();
  const [unit] = await db.read.select({ id: units.id }).from(units).limit(1);
  await secureWithCodes(db, pavel);
  await db.write(async (tx) => {
    const audience = { audienceUsers: [pavel], audienceUnits: unit ? [unit.id] : [] };
    await createLine(tx, line, { ...oldLine, ...audience }, by);
    await archiveLine(tx, line, by);
    await signIns.start(tx, anna);
    await createPasswordLink(tx, anna, Date.now());
    await challenge(tx, pavel, Date.now());
    await keepImport(tx, anna, file, Date.now());
    await saveDraft(tx, anna, `session:${session?.id ?? ''}`, 'Ещё не отправлено', Date.now());
  });
}

/** What the demo's apps have none of: a file and a comment of an item, a file of items that is being read, and a name to be put in order. */
async function addRecords(db: Db, store: FileStore): Promise<void> {
  const anna = (await userByEmail(db.read, 'anna@demo.test'))?.id ?? '';
  const by = { actor: anna, at: Date.now() };
  const [photo, list] = [await fileOf(store, 'фото.txt'), await fileOf(store, 'рекламации.csv')];
  const [of] = await db.read
    .select({ app: fields.appId, files: fields.id })
    .from(fields)
    .where(eq(fields.kind, 'files'));
  const app = of && (await appById(db.read, of.app));
  if (!app) throw new Error('The demo has no app with files.');
  const [item] = await db.read.select().from(items).where(eq(items.appId, app.id)).limit(1);
  if (!item) throw new Error('The demo has no items.');
  const held = app.fields.find(({ id }) => id === of.files);
  const doc = { ...(item.doc as Doc), [String(held?.n)]: [photo.id] };
  const plan = await firstPlan(store, app, list, { language: 'ru', zone: 'Europe/Moscow' });
  await db.write(async (tx) => {
    const changed = await changeItem(tx, app, item.id, { base: item.version, doc, files: [photo] }, by);
    if (changed.kind !== 'changed') throw new Error(`The item was not changed: ${changed.kind}`);
    await addComment(tx, item.id, { id: newId(), text: 'Жду ответа' }, { author: anna, at: by.at });
    await startImport(tx, { appId: app.id, actor: anna, file: list, plan, at: by.at });
    await planRelabel(tx, { kind: 'user', id: anna });
  });
}

function fileOf(store: FileStore, name: string): Promise<StoredFile> {
  return store.receive(Readable.from([Buffer.from('Тема;Клиент\nЦарапина;C-0001\n')]), name);
}

/** A second factor with recovery codes, whose secret is sealed with a key that nobody has any more. */
async function secureWithCodes(db: Db, userId: string): Promise<void> {
  const secrets = createSecrets([randomBytes(keyLength)]);
  const at = Date.now();
  await beginSecondFactor(db, secrets, userId, at);
  const secret = (await pendingSecret(db, secrets, userId, at)) ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  await confirmSecondFactor(db, secrets, userId, code, at);
}

/** One file without the log beside it, and without what was deleted. */
function compact(from: string, to: string): void {
  const client = new Database(from);
  client.prepare('VACUUM INTO ?').run(to);
  client.close();
}
