import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialect } from '../db/dialect.ts';
import type { Db } from '../db/doors.ts';
import { groupMembers, sessions } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { type Company, makeCompany } from '../lines/testing.ts';
import { assign, takeNext } from '../sessions/assign.ts';
import { close, giveBack } from '../sessions/leave.ts';
import { markRead } from '../sessions/read.ts';
import { receive } from '../sessions/receive.ts';
import { releaseLostSessions } from '../sessions/release.ts';
import { reply } from '../sessions/reply.ts';
import { markSeen } from '../sessions/seen.ts';
import { createHub, type Hub } from './hub.ts';
import { Page } from './page.testing.ts';

// Gleb operates, supervises and writes; Anna operates and writes; so nobody's numbers are all of one kind.
const people = ['anna', 'boris', 'vera', 'gleb', 'pavel'] as const;
type Name = (typeof people)[number];

const who = fc.constantFrom(...people);
const step = fc.record({
  do: fc.constantFrom(
    'write',
    'write',
    'seen',
    'next',
    'take',
    'give',
    'reply',
    'back',
    'close',
    'read',
    'leave',
    'join',
    'come',
  ),
  who,
  to: who,
  pick: fc.nat(100),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Scene = { db: Db; hub: Hub; company: Company; pages: Page[] };

test('the numbers on every page are those of a page loaded now, whatever happened and whenever it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const db = await testDb();
      const hub = createHub({ db });
      const scene: Scene = { db, hub, company: await makeCompany(db), pages: [] };
      for (const name of people) await come(scene, name);
      for (const next of steps) {
        // Some things happen together, and reach the hub in one turn.
        const playing = play(scene, next);
        if (next.pick % 3 > 0) {
          await playing;
          await hub.settled();
          await compare(scene);
        }
        await playing;
      }
      await hub.settled();
      await compare(scene);
      await hub.close();
    }),
    { numRuns: Number(process.env['RUNS'] ?? (dialect === 'pg' ? 6 : 20)) },
  );
}, 120_000);

/** Somebody opens another page. */
const come = async ({ db, hub, company, pages }: Scene, name: Name): Promise<void> => {
  const page = new Page(db, hub, company[name]);
  pages.push(page);
  await page.load();
};

const compare = async ({ pages }: Scene): Promise<void> => {
  for (const page of pages) {
    // Whose rights changed has to load the page again.
    if (page.isAskedAgain) await page.load();
    const { shown, fresh } = await page.shown();
    expect(shown).toEqual(fresh);
  }
};

const play = async (scene: Scene, next: Step): Promise<void> => {
  const { db, company } = scene;
  const [id, to] = [company[next.who], company[next.to]];
  const line = company.lines.support;
  const at = Date.now();
  if (next.do === 'come') return await come(scene, next.who);
  if (next.do === 'leave' || next.do === 'join') return await change(scene, id, next.do);
  const all = await db.read.select({ id: sessions.id, owner: sessions.ownerId }).from(sessions).orderBy(sessions.id);
  const session = all[next.pick % Math.max(1, all.length)];
  const message = { id: newId(), text: 'Something', files: [] };
  await db.write(async (tx) => {
    if (next.do === 'write') await receive(tx, { id, name: next.who }, line, message, at);
    else if (next.do === 'seen') await markSeen(tx, id, line, 1_000);
    else if (next.do === 'next') await takeNext(tx, id, at);
    else if (!session) return;
    else if (next.do === 'take') await assign(tx, id, session.id, id, session.owner, at);
    else if (next.do === 'give') await assign(tx, id, session.id, to, session.owner, at);
    else if (next.do === 'reply') await reply(tx, session.owner ?? id, session.id, message, at);
    else if (next.do === 'back') await giveBack(tx, session.owner ?? id, session.id, at);
    else if (next.do === 'close') await close(tx, session.owner ?? id, session.id, undefined, at);
    else await markRead(tx, session.owner ?? id, session.id, 1_000);
  });
};

/** Somebody stops, or starts, to operate the lines. */
const change = async ({ db, company }: Scene, userId: string, how: 'leave' | 'join'): Promise<void> => {
  const groupId = company.groups.operators;
  await db.write(async (tx) => {
    if (how === 'join') await tx.insert(groupMembers).values({ groupId, userId }).onConflictDoNothing();
    else await tx.delete(groupMembers).where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)));
    await releaseLostSessions(tx, company.admin, Date.now());
    const action = how === 'join' ? 'group.joined' : 'group.left';
    await tx.record({ kind: 'rights', ids: { group: groupId } }, { actor: null, action, object: groupId });
  });
};
