import { describe, expect, test } from 'vitest';
import { addGroup, addLine, addUser } from '../lines/testing.ts';
import { assign } from '../sessions/assign.ts';
import { close, giveBack } from '../sessions/leave.ts';
import { markRead } from '../sessions/read.ts';
import { markSeen } from '../sessions/seen.ts';
import { company, db, hub, useStage } from './stage.testing.ts';
import { answer, done, look, take, write } from './testing.ts';

useStage();

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
