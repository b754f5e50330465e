import { Readable } from 'node:stream';
import { hashPassword } from '../../people/password/password.ts';
import type { House } from '../../web/env.ts';
import { chanceFrom } from '../made-up/chance.ts';
import { play } from '../made-up/play.ts';
import { castDemo } from './cast.ts';
import type { Attach } from './episode.ts';
import { screenshot } from './picture.ts';
import { recordDemo } from './records/records.ts';
import { storiesOf } from './stories.ts';
import { textsFor } from './texts.ts';

type Language = NonNullable<House['config']['demoLanguage']>;

/** What everybody in the demo signs in with. */
const password = 'demo-lines-2026';

/**
 * Fills an empty house with the company to play with, through the same functions that its pages call. But for its times, which
 * reach up to `now` (ms since 1970), it is the same company each time.
 */
export const fillDemo = async (
  { db, files }: Pick<House, 'db' | 'files'>,
  language: Language,
  now = Date.now(),
): Promise<void> => {
  const chance = chanceFrom(2026);
  const passwordHash = await hashPassword(password);
  const founded = now - 60 * 24 * 3_600_000;
  const cast = await db.write((tx) => castDemo(tx, chance, language, passwordHash, founded));
  const stories = await storiesOf(chance, cast, language, now, attachTo(files, language));
  await Promise.all(stories.map((story) => db.write((tx) => play(tx, story))));
  await db.write((tx) => recordDemo(tx, cast, language, { at: founded, now }));
};

/** What the demo prints below its address: who can sign in. */
export const demoGreeting = (language: Language): readonly string[] => {
  const { support, customers } = textsFor(language);
  return [
    `Sign in with the password ${password} as:`,
    '  admin@demo.test  administrator',
    `  anna@demo.test   operator of "${support.name}" and "${customers.name}"`,
    '  boris@demo.test  operator, too',
    '  vera@demo.test   supervisor',
    '  gleb@demo.test   operator and supervisor',
    `  pavel@demo.test  employee, writes to "${support.name}"`,
    `Write to "${customers.name}" as a client from outside, without signing in, at /test-channel`,
  ];
};

const attachTo = (store: House['files'], language: Language): Attach => {
  const { screen, guide } = textsFor(language).files;
  let pictures = 0;
  return async (file) =>
    file === 'screen'
      ? await store.receive(Readable.from([screenshot(pictures++)]), screen)
      : await store.receive(Readable.from([Buffer.from(guide.text)]), guide.name);
};
