import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { groupMembers, lineAudienceGroups, lineAudienceUnits, lines, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addGroup, addLine, addUser, type Company, makeCompany } from '../lines/testing.ts';
import { endSignIns } from '../people/sign-in/sign-ins.ts';
import { createUnit, moveUnit } from '../people/units/change.ts';
import { joinUnit } from '../people/units/place.ts';
import { assign } from '../sessions/assign.ts';
import { close, giveBack } from '../sessions/leave.ts';
import { markRead } from '../sessions/read.ts';
import { releaseLostSessions } from '../sessions/release.ts';
import { markSeen } from '../sessions/seen.ts';
import { createHub, type Hub, type HubOptions } from './hub.ts';
import { answer, done, look, Screen, signInOf, take, write } from './testing.ts';

let db: Db;
let hub: Hub;
let company: Company;
let errors: unknown[];

const start = (options: Partial<HubOptions> = {}) =>
  createHub({ db, onError: (error) => errors.push(error), ...options });

beforeEach(async () => {
  errors = [];
  db = await testDb();
  company = await makeCompany(db);
  hub = start();
});

afterEach(async () => {
  await hub.close();
  expect(errors).toEqual([]);
});

describe('a new message', () => {
  test('reaches the operators and supervisors of its line as a row, a message and their counters', async () => {
    const { anna, vera, pavel } = company;
    const [operator, supervisor] = [await look(db, hub, anna), await look(db, hub, vera)];
    const { session, message } = await write(db, pavel, company.lines.support, 'Printer on fire');
    await hub.settled();
    for (const screen of [operator, supervisor]) {
      expect(screen.html).toContain(`id="s-${session}"`);
      expect(screen.html).toContain(`id="m-${message}"`);
      expect(screen.html).toContain('Printer on fire');
    }
    expect(operator.html).toContain('Take next session, 1 waiting');
    expect(supervisor.html).not.toContain('Take next session');
    expect(supervisor.html).toContain('Lines, 1');
    expect(operator.html).not.toContain('id="count-lines"');
  });

  test('reaches nobody else: not the operators of another line, not whoever has no part in it', async () => {
    const stranger = await addUser(db, 'Stranger');
    const other = await addUser(db, 'Other');
    const group = await addGroup(db, 'Others', [other]);
    await addLine(db, 'Elsewhere', { operators: [group], supervisors: [group] });
    const screens = [await look(db, hub, stranger), await look(db, hub, other), await look(db, hub, company.admin)];
    const own = await look(db, hub, company.anna);
    await write(db, company.pavel, company.lines.support, 'For others');
    await hub.settled();
    expect(own.html).toContain('For others');
    for (const screen of screens) expect(screen.heard.map((heard) => heard.event)).toEqual(['hello']);
  });

  test('reaches its client as a message of theirs, without any of the desk', async () => {
    // Gleb operates and supervises the line to which he writes.
    const client = await look(db, hub, company.gleb);
    const { session, message } = await write(db, company.gleb, company.lines.support, 'From inside');
    await hub.settled();
    expect(client.html).toContain(`id="m-${message}"`);
    expect(client.html).toContain(`id="c-${company.lines.support}"`);
    expect(client.html).not.toContain(session);
    expect(client.html).not.toContain('Take next session');
    expect(client.notices).toEqual([]);
  });

  test('carries line breaks and carriage returns through the stream', async () => {
    const operator = await look(db, hub, company.anna);
    await write(db, company.pavel, company.lines.support, 'one\ntwo\rthree\n\nid: 9\n\ndata: four');
    await hub.settled();
    expect(operator.html).toContain('one\ntwo\nthree\n\nid: 9\n\ndata: four');
    expect(operator.cursor).toBe(db.facts.cursor());
  });

  test('is encoded once for all who get the same', async () => {
    const screens = await Promise.all([company.anna, company.boris].map((id) => look(db, hub, id)));
    await write(db, company.pavel, company.lines.support, 'Once');
    await hub.settled();
    expect(screens[0]?.bytes).toBe(screens[1]?.bytes);
  });
});

describe('who answers', () => {
  test('is not in a single byte that the client gets from a line that hides its operators', async () => {
    const { anna, boris, pavel } = company;
    const { operators } = company.groups;
    const line = await addLine(db, 'Discreet', { people: [pavel], operators: [operators] });
    const client = await look(db, hub, pavel);
    const { session, conversation } = await write(db, pavel, line, 'Who is there?');
    await take(db, anna, session);
    const reply = await answer(db, anna, session, 'The line is');
    hub.hint({ side: 'desk', conversation, session, person: { id: anna, name: 'Anna' } });
    await done(db, (tx) => markRead(tx, anna, session, 99));
    await done(db, (tx) => assign(tx, anna, session, boris, anna, Date.now()));
    await answer(db, boris, session, 'Still the line');
    await done(db, (tx) => close(tx, boris, session, undefined, Date.now()));
    await hub.settled();
    expect(client.html).toContain(`id="m-${reply}"`);
    expect(client.html).toContain('Still the line');
    expect(client.html).toContain('Discreet is typing');
    expect(client.notices).toMatchObject([{ title: 'Discreet' }, { title: 'Discreet' }]);
    for (const secret of [anna, boris, 'Anna', 'Boris', session]) expect(client.bytes).not.toContain(secret);
  });

  test('is told where the line shows its operators', async () => {
    const client = await look(db, hub, company.pavel);
    const { session } = await write(db, company.pavel, company.lines.support, 'Who is there?');
    await take(db, company.anna, session);
    await answer(db, company.anna, session, 'Me');
    await hub.settled();
    expect(client.html).toContain('Anna');
  });
});

describe('a session that is taken', () => {
  test('leaves the lists of the other operators, who are told no more than who has it', async () => {
    const { anna, boris, vera, pavel } = company;
    const { session } = await write(db, pavel, company.lines.support, 'Confidential');
    await hub.settled();
    const [owner, other, supervisor] = [
      await look(db, hub, anna),
      await look(db, hub, boris),
      await look(db, hub, vera),
    ];
    await take(db, anna, session);
    await answer(db, anna, session, 'In confidence');
    await hub.settled();
    expect(other.html).toContain(`id="s-${session}" data-gone`);
    expect(other.html).toContain('Anna has this session now');
    expect(other.html).not.toContain('onfiden');
    expect(owner.html).toContain(`id="composer-${session}"`);
    expect(owner.html).toContain('data-composer');
    expect(supervisor.html).toContain('In confidence');
    expect(supervisor.html).not.toContain('data-composer');
  });

  test('goes from one to the other, and only the new owner is told', async () => {
    const { anna, boris, gleb, pavel } = company;
    const { session } = await write(db, pavel, company.lines.support, 'Hello');
    await take(db, anna, session);
    await hub.settled();
    const [from, to, third] = [await look(db, hub, anna), await look(db, hub, boris), await look(db, hub, gleb)];
    await done(db, (tx) => assign(tx, anna, session, boris, anna, Date.now()));
    await hub.settled();
    expect(from.html).toContain(`id="s-${session}" data-gone`);
    expect(from.notices).toEqual([]);
    expect(to.notices).toMatchObject([
      { kind: 'assigned', href: `/sessions/${session}`, title: 'Anna gave you a session' },
    ]);
    expect(third.notices).toEqual([]);
    expect(third.html).toContain('Anna reassigned the session to Boris');
  });

  test('comes back to everybody when it is given back, and rings but with whoever did it', async () => {
    const { anna, boris, vera, pavel } = company;
    const { session } = await write(db, pavel, company.lines.support, 'Hello');
    await take(db, anna, session);
    await hub.settled();
    const [owner, other, supervisor] = [
      await look(db, hub, anna),
      await look(db, hub, boris),
      await look(db, hub, vera),
    ];
    await done(db, (tx) => giveBack(tx, anna, session, Date.now()));
    await hub.settled();
    expect(other.html).toContain(`<li id="s-${session}"`);
    expect(other.notices).toMatchObject([{ kind: 'queue', title: 'New in IT support' }]);
    expect(owner.notices).toEqual([]);
    expect(supervisor.notices).toEqual([]);
  });

  test('shows each reader their own unread number', async () => {
    const { anna, vera, pavel } = company;
    const { session } = await write(db, pavel, company.lines.support, 'One');
    await take(db, anna, session);
    await hub.settled();
    const [owner, supervisor] = [await look(db, hub, anna), await look(db, hub, vera)];
    await done(db, (tx) => markRead(tx, anna, session, 99));
    await hub.settled();
    expect(owner.html).toContain('data-unread="0"');
    expect(supervisor.html).not.toContain('data-unread');
    await write(db, pavel, company.lines.support, 'Two');
    await hub.settled();
    expect(owner.html).toContain('data-unread="1"');
    expect(supervisor.html).toContain('data-unread="2"');
  });
});

test('both sides see how far the other has read', async () => {
  const { anna, pavel } = company;
  const { session, conversation } = await write(db, pavel, company.lines.support, 'Hello');
  await take(db, anna, session);
  await hub.settled();
  const [operator, client] = [await look(db, hub, anna), await look(db, hub, pavel)];
  await answer(db, anna, session, 'Yes?');
  await hub.settled();
  await done(db, (tx) => markSeen(tx, pavel, company.lines.support, 99));
  await hub.settled();
  expect(client.html).toContain(`id="seen-${conversation}"`);
  expect(operator.html).toMatch(new RegExp(`id="seen-${conversation}"[^>]*data-seen="3"`));
  expect(client.html).toContain('>Messages</span>');
});

test('typing is shown to the other side alone, and once in a while', async () => {
  const { anna, boris, pavel } = company;
  const { session, conversation } = await write(db, pavel, company.lines.support, 'Hello');
  await take(db, anna, session);
  await hub.settled();
  const [owner, other, client] = [await look(db, hub, anna), await look(db, hub, boris), await look(db, hub, pavel)];
  const hint = { side: 'client', conversation, session, person: { id: pavel, name: 'Pavel' } } as const;
  hub.hint(hint);
  hub.hint(hint);
  hub.hint({ side: 'desk', conversation, session, person: { id: anna, name: 'Anna' } });
  await hub.settled();
  expect(owner.heard.map((heard) => heard.data).join('')).toContain('Pavel is typing');
  expect(owner.heard).toHaveLength(2);
  expect(client.html).toContain('Anna is typing');
  expect(other.heard).toHaveLength(1);
});

test('typing is shown to the client only of whoever answers', async () => {
  const { anna, boris, pavel, vera } = company;
  const { session, conversation } = await write(db, pavel, company.lines.support, 'Hello');
  await take(db, anna, session);
  await hub.settled();
  const client = await look(db, hub, pavel);
  const hint = (id: string, name: string) => hub.hint({ side: 'desk', conversation, session, person: { id, name } });
  hint(vera, 'Vera');
  hint(boris, 'Boris');
  await done(db, (tx) => close(tx, anna, session, undefined, Date.now()));
  await hub.settled();
  hint(anna, 'Anna');
  await hub.settled();
  expect(client.html).not.toContain('typing');
});

test('what comes all at once is told in several goes, so that nobody else waits for all of it', async () => {
  const { anna, pavel } = company;
  const { session, conversation } = await write(db, pavel, company.lines.support, 'Hello');
  await take(db, anna, session);
  await hub.settled();
  const owner = await look(db, hub, anna);
  owner.clear();
  const read = { line: company.lines.support, conversation, session, person: anna };
  await db.write(async (tx) => {
    for (let i = 0; i < 450; i++) await tx.record({ kind: 'read', ids: read });
  });
  await hub.settled();
  expect(owner.heard.filter((heard) => heard.event === 'message')).toHaveLength(3);
  expect(owner.cursor).toBe(db.facts.cursor());
});

describe('rights', () => {
  test('lost in the same commit as a message keep it from whoever lost them', async () => {
    const { anna, boris, pavel } = company;
    const [lost, kept] = [await look(db, hub, anna), await look(db, hub, boris)];
    const group = company.groups.operators;
    const leaves = db.write(async (tx) => {
      await tx.delete(groupMembers).where(and(eq(groupMembers.groupId, group), eq(groupMembers.userId, anna)));
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.left', object: group });
    });
    await Promise.all([write(db, pavel, company.lines.support, 'Not for Anna'), leaves]);
    await hub.settled();
    expect(kept.html).toContain('Not for Anna');
    expect(lost.bytes).not.toContain('Not for Anna');
    expect(lost.signals()).toEqual(['reload now', 'bye again']);
    expect(lost.ended).toBe(true);
    expect(kept.ended).toBe(false);
  });

  test('lost while the message was being rendered keep it, too', async () => {
    const { anna, boris, pavel } = company;
    const group = company.groups.operators;
    let tell: (facts: readonly Fact[]) => void = () => {};
    let whenRead = () => {};
    const subscribe = (listener: typeof tell) => {
      tell = listener;
      return () => {};
    };
    const slowly: Db = Object.create(db, {
      read: {
        get: () => {
          whenRead();
          return db.read;
        },
      },
      facts: { value: { ...db.facts, subscribe } },
    });
    await hub.close();
    hub = start({ db: slowly });
    const [lost, kept] = [await look(db, hub, anna), await look(db, hub, boris)];
    const before = db.facts.cursor();
    await write(db, pavel, company.lines.support, 'Not for Anna');
    await db.write(async (tx) => {
      await tx.delete(groupMembers).where(and(eq(groupMembers.groupId, group), eq(groupMembers.userId, anna)));
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.left', object: group });
    });
    const facts = [...((await db.facts.since(before, 10)) as readonly Fact[])];
    const rights = facts.splice(-1);
    // The hub hears of the message first, and of the loss only while it looks the message up.
    whenRead = () => {
      whenRead = () => {};
      tell(rights);
    };
    tell(facts);
    await hub.settled();
    expect(kept.html).toContain('Not for Anna');
    expect(lost.bytes).not.toContain('Not for Anna');
    expect(lost.ended).toBe(true);
  });

  test('gained make the page load again with what is new on it', async () => {
    const { pavel } = company;
    const screen = await look(db, hub, pavel);
    await db.write(async (tx) => {
      const group = company.groups.operators;
      await tx.insert(groupMembers).values({ groupId: group, userId: pavel });
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.joined', object: group });
    });
    await hub.settled();
    expect(screen.signals()).toEqual(['reload now', 'bye again']);
  });

  test('end with a deactivation', async () => {
    const screen = await look(db, hub, company.anna);
    await db.write(async (tx) => {
      await tx.update(users).set({ active: false }).where(eq(users.id, company.anna));
      await releaseLostSessions(tx, company.admin, Date.now());
      const person = company.anna;
      await tx.record({ kind: 'rights', ids: { person } }, { actor: null, action: 'user.deactivated', object: person });
    });
    await hub.settled();
    expect(screen.signals()).toEqual(['bye signed-out']);
    await expect(look(db, hub, company.anna)).rejects.toThrow('signed-out');
  });
});

describe('who may write to a line', () => {
  const support = () => company.lines.support;
  const entry = { actor: null, action: 'line.changed', object: 'line' } as const;
  const askedAgain = (screen: Screen) => [...screen.html.matchAll(/data-writers="([^"]*)"/g)].map(([, lines]) => lines);
  /** Everybody may write to "IT support" but those who are only in Operators and Supervisors. */
  const narrow = () =>
    db.write(async (tx) => {
      const { everyone, operators } = company.groups;
      await tx.update(lineAudienceGroups).set({ groupId: operators }).where(eq(lineAudienceGroups.groupId, everyone));
      await tx.record({ kind: 'rights', ids: { line: support() } }, entry);
    });

  test('is told to the pages of those for whom it changed, whose streams go on, and to nobody else', async () => {
    const [lost, kept] = [await look(db, hub, company.pavel), await look(db, hub, company.anna)];
    await narrow();
    await hub.settled();
    expect(askedAgain(lost)).toEqual([support()]);
    expect(lost.cursor).toBe(db.facts.cursor());
    expect(askedAgain(kept)).toEqual([]);
    expect([...lost.signals(), ...kept.signals()]).toEqual([]);
  });

  test('changes with the unit around a unit in which somebody is placed, and back', async () => {
    const at = Date.now();
    const [above, below] = [newId(), newId()];
    await db.write(async (tx) => {
      await createUnit(tx, company.admin, { id: above, parentId: null, kind: 'department', name: 'Sales', at });
      await createUnit(tx, company.admin, { id: below, parentId: null, kind: 'position', name: 'Clerk', at });
      await joinUnit(tx, company.admin, below, company.pavel);
      await tx.insert(lineAudienceUnits).values({ lineId: company.lines.customers, unitId: above });
    });
    const [screen, other] = [await look(db, hub, company.pavel), await look(db, hub, company.gleb)];
    await db.write((tx) => moveUnit(tx, company.admin, below, above));
    await hub.settled();
    expect(askedAgain(screen)).toEqual([company.lines.customers]);
    await db.write((tx) => moveUnit(tx, company.admin, below, null));
    await hub.settled();
    expect(askedAgain(screen)).toEqual([company.lines.customers, company.lines.customers]);
    expect(askedAgain(other)).toEqual([]);
  });

  test('changes for many at once: their pages are not all loaded again in the same moment', async () => {
    const screens: Screen[] = [];
    for (let i = 0; i < 60; i++) screens.push(await look(db, hub, await addUser(db, `Writer ${i}`)));
    await narrow();
    await hub.settled();
    for (const screen of screens) expect(screen.html).toContain('data-when="soon"');
  });

  test('changed between the page and its stream makes the page load again, though nothing was sent yet', async () => {
    const after = db.facts.cursor();
    // The hub has not looked at it when the stream is asked for.
    await narrow();
    const screen = await look(db, hub, company.pavel, { after });
    expect(screen.signals()).toEqual(['reload soon']);
  });
});

describe('a sign-in that ends', () => {
  test('ends its own streams and no other of the person', async () => {
    const [signIn, another] = [await signInOf(db, company.anna), await signInOf(db, company.anna)];
    const [ended, stays] = [
      await look(db, hub, company.anna, { signIn }),
      await look(db, hub, company.anna, { signIn: another }),
    ];
    await db.write((tx) => endSignIns(tx, company.anna, another));
    await hub.settled();
    expect(ended.signals()).toEqual(['bye signed-out']);
    expect(stays.signals()).toEqual([]);
    await expect(look(db, hub, company.anna, { signIn })).rejects.toThrow('signed-out');
  });
});

test('a line that is called otherwise makes the pages of its desk and its clients load again, and nobody else’s', async () => {
  const { anna, pavel, admin } = company;
  await write(db, pavel, company.lines.support, 'Hello');
  await hub.settled();
  const [operator, client, other] = [await look(db, hub, anna), await look(db, hub, pavel), await look(db, hub, admin)];
  await db.write(async (tx) => {
    await tx.update(lines).set({ name: 'Helpdesk' }).where(eq(lines.id, company.lines.support));
    const line = company.lines.support;
    await tx.record({ kind: 'line', ids: { line } }, { actor: null, action: 'line.changed', object: line });
  });
  await hub.settled();
  expect(operator.signals()).toEqual(['reload soon']);
  expect(client.signals()).toEqual(['reload soon']);
  expect(other.signals()).toEqual([]);
  operator.clear();
  await write(db, await addUser(db, 'Sveta'), company.lines.support, 'Hi');
  await hub.settled();
  expect(operator.html).toContain('Helpdesk: Unassigned, 2');
});

describe('whoever comes back', () => {
  const story = async () => {
    const { anna, boris, pavel } = company;
    const { session } = await write(db, pavel, company.lines.support, 'One');
    await write(db, pavel, company.lines.support, 'Two');
    await take(db, anna, session);
    await answer(db, anna, session, 'Three');
    await done(db, (tx) => assign(tx, anna, session, boris, anna, Date.now()));
    await hub.settled();
  };

  test.each(['anna', 'boris', 'vera', 'gleb', 'pavel', 'admin'] as const)(
    'sees the same as who stayed: %s',
    async (who) => {
      const before = db.facts.cursor();
      const stayed = await look(db, hub, company[who]);
      await story();
      const returned = await look(db, hub, company[who], { after: before });
      const polled = await hub.poll(
        { person: { id: company[who], language: 'en' }, signIn: await signInOf(db, company[who]) },
        before,
      );
      expect(shown(returned.html, who)).toEqual(shown(stayed.html, who));
      expect(polled).toMatchObject({ cursor: db.facts.cursor(), reload: false });
      expect(shown(typeof polled === 'string' ? '' : polled.html, who)).toEqual(shown(stayed.html, who));
      expect(returned.cursor).toBe(db.facts.cursor());
    },
  );

  test('from before what is still known, or from the future, loads the page again', async () => {
    await story();
    await db.facts.trim(Date.now() + 1_000);
    await write(db, company.pavel, company.lines.support, 'Later');
    await hub.settled();
    expect((await look(db, hub, company.anna, { after: 0 })).signals()).toEqual(['reload soon']);
    expect((await look(db, hub, company.anna, { after: 1_000_000 })).signals()).toEqual(['reload soon']);
    expect((await look(db, hub, company.anna)).signals()).toEqual([]);
  });

  test('hears late notices no more', async () => {
    const before = db.facts.cursor();
    await write(db, company.pavel, company.lines.support, 'Long ago');
    await hub.close();
    hub = start({ now: () => Date.now() + 3_600_000 });
    const screen = await look(db, hub, company.anna, { after: before });
    expect(screen.html).toContain('Long ago');
    expect(screen.notices).toEqual([]);
  });
});

describe('a stream', () => {
  test('that does not take what it is sent is dropped, and others go on', async () => {
    const [slow, quick] = [await look(db, hub, company.anna), await look(db, hub, company.boris)];
    slow.writableLength = 2_000_000;
    await write(db, company.pavel, company.lines.support, 'One');
    await hub.settled();
    slow.clear();
    await write(db, company.pavel, company.lines.support, 'Two');
    await hub.settled();
    expect(slow.dropped).toBe(true);
    expect(slow.bytes).toBe('');
    expect(quick.html).toContain('Two');
  });

  test('beats with its place, and ends when its time is over', async () => {
    await hub.close();
    let now = 1_000;
    hub = start({ heartbeat: 5, now: () => now, limits: { lifetime: 1_000 } });
    const screen = await look(db, hub, company.anna);
    await expect.poll(() => screen.heard.filter((heard) => heard.event === 'beat').length).toBeGreaterThan(0);
    expect(screen.cursor).toBe(db.facts.cursor());
    now += 1_300;
    await expect.poll(() => screen.ended).toBe(true);
    expect(screen.signals()).toEqual(['bye again']);
  });

  test('too many are refused, until one ends', async () => {
    await hub.close();
    hub = start({ limits: { perPerson: 2, total: 3 } });
    const first = await look(db, hub, company.anna);
    await look(db, hub, company.anna);
    await expect(look(db, hub, company.anna)).rejects.toThrow('full');
    first.close();
    first.close();
    await look(db, hub, company.anna);
    await look(db, hub, company.boris);
    await expect(look(db, hub, company.vera)).rejects.toThrow('full');
  });

  test('is told to go elsewhere when the hub closes, and nobody is let in', async () => {
    const screen = await look(db, hub, company.anna);
    await hub.close();
    expect(screen.signals()).toEqual(['bye again']);
    expect(screen.ended).toBe(true);
    await expect(look(db, hub, company.anna)).rejects.toThrow('full');
    expect(await hub.connect({ person: { id: newId(), language: 'en' }, signIn: '' }, 0, () => new Screen())).toBe(
      'full',
    );
  });
});

/**
 * What stands on a page after all of it: of each element the last one. From Anna the open session was taken, and Boris may have
 * read in between that it was hers: nothing of it stands on their pages. Composers carry a fresh id each time.
 */
const shown = (html: string, who: string): Record<string, string> => {
  const parts = html.split('\n').filter((part) => part.startsWith('<'));
  const last = Object.fromEntries(
    parts.map((part) => [/id="([^"]+)"/.exec(part)?.[1] ?? '', part.replace(/name="id" value="[^"]+"/, '')]),
  );
  const ofSession = /^(session-|composer-|m-)/;
  const without = who === 'anna' || who === 'boris';
  return Object.fromEntries(Object.entries(last).filter(([id]) => !(without && ofSession.test(id))));
};
