import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import type { Tx } from '../../db/doors.ts';
import { audit, recoveryCodes, secondFactors, settings, signInChallenges } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { testSecrets } from '../../secrets/testing.ts';
import { createSecrets } from '../../secrets.ts';
import { createCompany } from '../company.ts';
import { dropExpired } from '../expired.ts';
import { setPassword } from '../password/set.ts';
import { createUser, setActive } from '../users.ts';
import { type Answered, answerChallenge } from './answer.ts';
import { challenge, challengeMinutes, challengeTries } from './challenge.ts';
import { lostKeys } from './lost-keys.ts';
import { createCodePatience } from './patience.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { asRequirement, requirementOf, requireSecondFactor, spreadOf } from './required.ts';
import { beginSecondFactor, confirmSecondFactor, giveUpSecondFactor, pendingSecret } from './set-up.ts';
import { removeSecondFactor, renewRecoveryCodes } from './turn-off.ts';

/** A moment in the middle of a step, and milliseconds from one step to the next. */
const at = 1_764_000_015_000;
const step = 30_000;

/** Ada administers; Boris does not. `codeOf` is what the app of the secret shows. */
const started = async () => {
  const db = await testDb();
  const secrets = testSecrets();
  const given = { company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: 'x', at: 1 };
  const ada = await db.write((tx) =>
    createCompany(tx, { ...given, administrators: 'Administrators', everyone: 'Everyone' }),
  );
  const boris = await db.write((tx) =>
    createUser(tx, ada, { name: 'Boris', email: 'boris@example.com', passwordHash: 'x', groupIds: [], at: 2 }),
  );
  const begin = async (userId: string) => {
    await beginSecondFactor(db, secrets, userId, at);
    return (await pendingSecret(db, secrets, userId, at)) ?? '';
  };
  /** Sets a second factor up, with the code of three steps ago: every later one can still be used. */
  const setUp = async (userId: string) => {
    const secret = await begin(userId);
    const confirmed = await confirmSecondFactor(db, secrets, userId, codeOf(secret, at - 3 * step), at - 3 * step);
    if (!('done' in confirmed)) throw new Error(confirmed.refused);
    return { secret, codes: confirmed.done };
  };
  const patience = createCodePatience(() => at);
  const ask = async (userId: string, now = at) => (await db.write((tx) => challenge(tx, userId, now))) ?? '';
  const enter = (_tx: Tx, userId: string) => Promise.resolve(userId);
  const answer = (token: string, typed: string, now = at): Promise<Answered<string>> =>
    answerChallenge({ db, secrets, patience }, { token, typed, at: now }, enter);
  return { db, secrets, ada, boris, begin, setUp, ask, answer, enter, patience };
};

const codeOf = (secret: string, moment: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment });

/** How two things that were done at once came out. */
const both = async <T extends object>(one: Promise<T>, other: Promise<T>): Promise<readonly string[]> =>
  (await Promise.all([one, other])).map((outcome) => ('refused' in outcome ? String(outcome.refused) : 'done')).sort();

test('a second factor counts from its confirmation on; its secret is not readable in the database', async () => {
  const { db, ada, secrets, begin, ask } = await started();
  const secret = await begin(ada);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(await db.write((tx) => challenge(tx, ada, at))).toBeUndefined();
  expect(await confirmSecondFactor(db, secrets, ada, '000000', at)).toMatchObject({ refused: expect.any(String) });
  const confirmed = await confirmSecondFactor(db, secrets, ada, codeOf(secret, at), at);
  expect(confirmed).toMatchObject({ done: { length: 10 } });
  expect(await ask(ada)).not.toBe('');
  expect(await pendingSecret(db, secrets, ada, at)).toBeUndefined();
  const stored = JSON.stringify([
    await db.read.select().from(secondFactors),
    await db.read.select().from(recoveryCodes),
    await db.read.select().from(audit),
  ]);
  expect(stored).not.toContain(secret);
  for (const code of 'done' in confirmed ? confirmed.done : []) expect(stored).not.toContain(code);
});

test('begun in two tabs at once it is one; confirmed in both, one wins', async () => {
  const { db, ada, secrets } = await started();
  await Promise.all([beginSecondFactor(db, secrets, ada, at), beginSecondFactor(db, secrets, ada, at)]);
  const secret = (await pendingSecret(db, secrets, ada, at)) ?? '';
  await beginSecondFactor(db, secrets, ada, at + 60_000);
  expect(await pendingSecret(db, secrets, ada, at)).toBe(secret);
  const confirm = () => confirmSecondFactor(db, secrets, ada, codeOf(secret, at), at);
  expect(await both(confirm(), confirm())).toEqual(['done', 'on']);
  expect(await recoveryCodesLeft(db.read, ada)).toBe(10);
  expect(await beginSecondFactor(db, secrets, ada, at)).toEqual({ refused: 'on' });
});

test('what was begun and not confirmed is given up, or forgotten', async () => {
  const { db, ada, boris, secrets, begin, setUp } = await started();
  const first = await begin(ada);
  await giveUpSecondFactor(db, ada);
  expect(await pendingSecret(db, secrets, ada, at)).toBeUndefined();
  expect(await confirmSecondFactor(db, secrets, ada, codeOf(first, at), at)).toEqual({ refused: 'none' });
  const second = await begin(ada);
  expect(second).not.toBe(first);
  const later = at + 2 * 3_600_000;
  expect(await pendingSecret(db, secrets, ada, later)).toBeUndefined();
  await beginSecondFactor(db, secrets, ada, later);
  expect(await pendingSecret(db, secrets, ada, later)).not.toBe(second);
  await setUp(boris);
  await giveUpSecondFactor(db, boris);
  await db.write((tx) => dropExpired(tx, at + 30 * 86_400_000));
  expect((await db.read.select().from(secondFactors)).map((row) => row.userId)).toEqual([boris]);
});

test('a code lets in once; of two at once with the same code one gets in', async () => {
  const { ada, setUp, ask, answer } = await started();
  const { secret } = await setUp(ada);
  const [one, other, third] = [await ask(ada), await ask(ada), await ask(ada)];
  const code = codeOf(secret, at);
  expect(await both(answer(one, code), answer(other, code))).toEqual(['done', 'used']);
  expect(await answer(third, code)).toEqual({ refused: 'used' });
  expect(await answer(third, codeOf(secret, at - step))).toEqual({ refused: 'used' });
  expect(await answer(third, codeOf(secret, at + step))).toMatchObject({ done: ada });
});

test('of two at once with the same challenge one gets in', async () => {
  const { ada, setUp, ask, answer } = await started();
  const { secret, codes } = await setUp(ada);
  const token = await ask(ada);
  expect(await both(answer(token, codeOf(secret, at)), answer(token, codes[0] ?? ''))).toContain('done');
  expect(await answer(token, codes[1] ?? '')).toEqual({ refused: 'over' });
});

test.each([-90, 90])('a phone whose clock is %i s off is told so', async (off) => {
  const { db, secrets, ada, boris, begin, setUp, ask, answer } = await started();
  const { secret } = await setUp(ada);
  expect(await answer(await ask(ada), codeOf(secret, at + off * 1000))).toEqual({ refused: 'clock', seconds: off });
  const code = codeOf(await begin(boris), at + off * 1000);
  expect(await confirmSecondFactor(db, secrets, boris, code, at)).toEqual({ refused: 'clock', seconds: off });
});

test('a recovery code lets in once, however it is typed, not even twice at the same time', async () => {
  const { db, ada, boris, setUp, ask, answer } = await started();
  const { codes } = await setUp(ada);
  await setUp(boris);
  const [first = '', second = ''] = codes;
  expect(first).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  const [one, other] = [await ask(ada), await ask(ada)];
  expect(await both(answer(one, first), answer(other, first))).toEqual(['done', 'spent']);
  expect(await recoveryCodesLeft(db.read, ada)).toBe(9);
  const typed = ` ${second.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
  expect(await answer(await ask(boris), typed)).toEqual({ refused: 'spent' });
  expect(await answer(await ask(ada), typed)).toMatchObject({ done: ada });
  expect(await recoveryCodesLeft(db.read, ada)).toBe(8);
  const told = await db.read.select().from(audit).where(eq(audit.action, 'user.recovery-code-used'));
  expect(told.map(({ actorId, objectId, after }) => ({ actorId, objectId, after }))).toEqual([
    { actorId: ada, objectId: ada, after: { codes: 9 } },
    { actorId: ada, objectId: ada, after: { codes: 8 } },
  ]);
});

test('new recovery codes end the old ones', async () => {
  const { db, ada, boris, setUp, ask, answer } = await started();
  const { codes } = await setUp(ada);
  const fresh = await db.write((tx) => renewRecoveryCodes(tx, ada));
  expect(await answer(await ask(ada), codes[0] ?? '')).toEqual({ refused: 'spent' });
  expect(await answer(await ask(ada), fresh[0] ?? '')).toMatchObject({ done: ada });
  await expect(db.write((tx) => renewRecoveryCodes(tx, boris))).rejects.toMatchObject({ why: { refused: 'none' } });
});

test('five wrong codes end the challenge, also when they come at once', async () => {
  const { ada, setUp, ask, answer } = await started();
  const { codes } = await setUp(ada);
  const token = await ask(ada);
  const tries = await Promise.all(Array.from({ length: 8 }, (_, i) => answer(token, `wrong-${i}`)));
  const refused = tries.map((outcome) => ('refused' in outcome ? outcome.refused : 'done'));
  expect(refused.filter((why) => why === 'spent')).toHaveLength(challengeTries - 1);
  expect(refused.filter((why) => why === 'over')).toHaveLength(8 - challengeTries + 1);
  expect(await answer(token, codes[0] ?? '')).toEqual({ refused: 'over' });
});

test('starting over with the password gives no new tries; a recovery code works all the same', async () => {
  const { ada, setUp, ask, answer } = await started();
  const { secret, codes } = await setUp(ada);
  const wrong = ['000000', '111111', '222222'].find((code) => code !== codeOf(secret, at)) ?? '';
  for (let i = 0; i < 10; i++) await answer(await ask(ada), wrong);
  const token = await ask(ada);
  expect(await answer(token, codeOf(secret, at))).toMatchObject({ refused: 'slow' });
  expect(await answer(token, codes[0] ?? '')).toMatchObject({ done: ada });
});

test('a challenge belongs to its person, runs out, and ends with a new password, a deactivation, a removal', async () => {
  const { db, ada, boris, setUp, ask, answer } = await started();
  const mine = await setUp(ada);
  const theirs = await setUp(boris);
  const token = await ask(boris);
  expect(await answer(token, codeOf(mine.secret, at))).toMatchObject({ refused: expect.stringMatching(/wrong|clock/) });
  expect(await answer(token, mine.codes[0] ?? '')).toEqual({ refused: 'spent' });
  const late = at + challengeMinutes * 60_000;
  expect(await answer(token, codeOf(theirs.secret, late), late)).toEqual({ refused: 'over' });
  const ended = async (end: (tx: Tx) => Promise<unknown>) => {
    const open = await ask(boris);
    expect(open).not.toBe('');
    await db.write(end);
    expect(await answer(open, theirs.codes[1] ?? '')).toEqual({ refused: 'over' });
  };
  await ended((tx) => setPassword(tx, ada, boris, 'y'));
  await ended((tx) => setActive(tx, ada, boris, false));
  await db.write((tx) => setActive(tx, ada, boris, true));
  expect(await answer(await ask(boris), theirs.codes[0] ?? '')).toMatchObject({ done: boris });
  await ended((tx) => removeSecondFactor(tx, ada, boris));
  expect(await db.write((tx) => challenge(tx, boris, at))).toBeUndefined();
  expect(await db.read.$count(recoveryCodes, eq(recoveryCodes.userId, boris))).toBe(0);
});

test('what ran out is swept up', async () => {
  const { db, ada, setUp, ask } = await started();
  await setUp(ada);
  await ask(ada);
  await ask(ada, at + 3_600_000);
  await db.write((tx) => dropExpired(tx, at + 1_800_000));
  expect(await db.read.$count(signInChallenges)).toBe(1);
});

test('with its key lost a second factor checks no codes and says so; recovery codes let in, and it can be removed', async () => {
  const { db, secrets, ada, setUp, ask, enter, patience } = await started();
  const { secret, codes } = await setUp(ada);
  expect(await lostKeys(db.read, secrets)).toEqual([]);
  const without = testSecrets();
  expect(await lostKeys(db.read, without)).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{8}$/), people: 1 }]);
  const given = { db, secrets: without, patience };
  const typed = async (code: string) => answerChallenge(given, { token: await ask(ada), typed: code, at }, enter);
  expect(await typed(codeOf(secret, at))).toEqual({ refused: 'unreadable' });
  expect(await typed(codes[0] ?? '')).toMatchObject({ done: ada });
  await db.write((tx) => removeSecondFactor(tx, ada, ada));
  expect(await beginSecondFactor(db, createSecrets([]), ada, at)).toEqual({ refused: 'unreadable' });
  expect(await beginSecondFactor(db, without, ada, at)).toEqual({ done: true });
  expect(await lostKeys(db.read, without)).toEqual([]);
});

test('a sealed secret that was moved to another person’s row opens nothing', async () => {
  const { db, ada, boris, setUp, ask, answer } = await started();
  const { secret } = await setUp(boris);
  await setUp(ada);
  const [stolen] = await db.read.select().from(secondFactors).where(eq(secondFactors.userId, boris));
  await db.write((tx) =>
    tx
      .update(secondFactors)
      .set({ secret: stolen?.secret ?? '' })
      .where(eq(secondFactors.userId, ada)),
  );
  expect(await answer(await ask(ada), codeOf(secret, at))).toEqual({ refused: 'unreadable' });
});

test('who must have one is changed from what was shown, once, and told', async () => {
  const { db, ada } = await started();
  const change = (from: 'nobody' | 'everyone', to: 'nobody' | 'administrators' | 'everyone') =>
    db.write((tx) => requireSecondFactor(tx, ada, from, to));
  expect(await requirementOf(db.read)).toBe('nobody');
  const outcomes = await Promise.all([change('nobody', 'administrators'), change('nobody', 'everyone')]);
  expect(outcomes.toSorted()).toEqual([false, true]);
  const now = await requirementOf(db.read);
  expect(now).not.toBe('nobody');
  expect(await change('nobody', 'everyone')).toBe(false);
  expect(await requirementOf(db.read)).toBe(now);
  const told = await db.read.select().from(audit).where(eq(audit.action, 'company.second-factor-required'));
  expect(told.map(({ before, after }) => [before, after])).toEqual([
    [{ secondFactor: 'nobody' }, { secondFactor: now }],
  ]);
  expect(await db.read.$count(settings, eq(settings.key, 'second-factor-required'))).toBe(1);
  expect(asRequirement('something else')).toBe('nobody');
});

test('how many have one counts those who can sign in, and of administrators apart', async () => {
  const { db, ada, boris, begin, setUp } = await started();
  const spread = { people: 2, protectedPeople: 0, administrators: 1, protectedAdministrators: 0 };
  await begin(ada);
  expect(await spreadOf(db.read)).toEqual(spread);
  await setUp(boris);
  expect(await spreadOf(db.read)).toEqual({ ...spread, protectedPeople: 1 });
  await setUp(ada);
  expect(await spreadOf(db.read)).toEqual({ ...spread, protectedPeople: 2, protectedAdministrators: 1 });
  await db.write((tx) => setActive(tx, ada, boris, false));
  expect(await spreadOf(db.read)).toEqual({ ...spread, people: 1, protectedPeople: 1, protectedAdministrators: 1 });
});
