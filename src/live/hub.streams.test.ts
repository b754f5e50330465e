import { describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { assign } from '../sessions/assign.ts';
import { company, db, hub, start, useStage } from './stage.testing.ts';
import { answer, done, look, Screen, signInOf, take, write } from './testing.ts';

useStage();

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
    start({ now: () => Date.now() + 3_600_000 });
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
    start({ heartbeat: 5, now: () => now, limits: { lifetime: 1_000 } });
    const screen = await look(db, hub, company.anna);
    await expect.poll(() => screen.heard.filter((heard) => heard.event === 'beat').length).toBeGreaterThan(0);
    expect(screen.cursor).toBe(db.facts.cursor());
    now += 1_300;
    await expect.poll(() => screen.ended).toBe(true);
    expect(screen.signals()).toEqual(['bye again']);
  });

  test('too many are refused, until one ends', async () => {
    await hub.close();
    start({ limits: { perPerson: 2, total: 3 } });
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
