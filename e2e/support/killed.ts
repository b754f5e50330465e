import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../../src/commands/made-up/chance.ts';
import { newId } from '../../src/id.ts';
import type { Company, Name } from './company.ts';
import { type Asker, askAs } from './person.ts';
import { type Server, startServer } from './server.ts';

/** A message that somebody sent, so that it can be sent again. `acknowledged`: its writer was told that it arrived. */
export type Sent = {
  readonly who: Name;
  readonly path: string;
  readonly form: { readonly id: string; readonly text: string };
  readonly file: string | undefined;
  acknowledged: boolean;
};

/**
 * Starts the server on a data folder, lets people write to it all at once, and ends it as a power cut would while they do:
 * after a number of messages, and some milliseconds on, that follow from the seed. Answers all that was sent.
 */
export const writeUntilKilled = async (company: Company, dataDir: string, seed: number): Promise<Sent[]> => {
  const chance = chanceFrom(seed);
  const server = await startServer({ dataDir });
  const as = (who: Name): Asker => askAs(originOf(server), company.people[who]);
  const sent: Sent[] = [];
  const writing = { as, chance, sent, enough: 20 + chance.below(60), over: Promise.withResolvers<void>() };
  const clients = (['pavel', 'olga', 'vera', 'ada'] as const).flatMap((who) =>
    Object.values(company.lines).map((line) => ({ who, path: `/messages/${line}/messages` })),
  );
  const session = await sessionOfAnna(company, writing);
  const writers = [...clients, ...clients, { who: 'anna' as const, path: `/sessions/${session}/messages` }];
  const all = Promise.all([...writers.map((writer) => write(writing, writer)), move(writing)]);
  await Promise.race([all, writing.over.promise]);
  await pause(chance.below(20));
  await server.kill();
  await all;
  return sent;
};

/** Sends everything once more, with the same ids, as browsers do that were told nothing. Answers the statuses. */
export const sendAgain = async (company: Company, server: Server, sent: readonly Sent[]): Promise<Set<number>> => {
  const again = (one: Sent) => send(askAs(originOf(server), company.people[one.who]), one);
  return new Set(await Promise.all(sent.map(again)));
};

/** Where a server of ours listens. */
export const originOf = ({ port }: Server): string => `http://127.0.0.1:${port}`;

/** Anna answers in a session of her own, which nobody takes from her: Boris, who is its client, does not see it at the desk. */
const sessionOfAnna = async ({ lines }: Company, { as, sent }: Writing): Promise<string> => {
  const form = { id: newId(), text: 'For Anna alone' };
  const first: Sent = {
    who: 'boris',
    path: `/messages/${lines.hides}/messages`,
    form,
    file: undefined,
    acknowledged: true,
  };
  await send(as('boris'), first);
  sent.push(first);
  for (;;) {
    const mine = (await as('anna').get(`/lines/${lines.hides}/mine`)).html;
    const [, session] = /id="s-([^"]+)"(?:(?!<li)[\s\S])*Boris Lebedev/.exec(mine) ?? [];
    if (session !== undefined) return session;
    if ((await as('anna').post('/sessions/next')).status !== 303) throw new Error('Anna found nothing to take');
  }
};

type Writing = {
  as: (who: Name) => Asker;
  chance: Chance;
  sent: Sent[];
  /** How many acknowledged messages it shall be before the end. */
  enough: number;
  over: PromiseWithResolvers<void>;
};

const write = async (writing: Writing, { who, path }: Pick<Sent, 'who' | 'path'>): Promise<void> => {
  const { as, chance, sent } = writing;
  for (;;) {
    const id = newId();
    const text = `${id} ${'x'.repeat(chance.below(chance.oneIn(5) ? 9_000 : 100))}`.trim();
    const one: Sent = {
      who,
      path,
      form: { id, text },
      file: chance.oneIn(10) ? `file of ${id}` : undefined,
      acknowledged: false,
    };
    sent.push(one);
    const status = await send(as(who), one).catch(() => undefined);
    if (status === undefined) return;
    if (status !== 303) throw new Error(`${path} answered ${status}`);
    one.acknowledged = true;
    if (--writing.enough === 0) writing.over.resolve();
  }
};

const send = async (asker: Asker, { path, form, file }: Sent): Promise<number> =>
  (await asker.send(path, form, file === undefined ? [] : [new File([file], 'note.txt')])).status;

/** Boris takes what waits and gives it back, so that sessions move while they are written to. */
const move = async ({ as }: Writing): Promise<void> => {
  try {
    for (;;) {
      const taken = (await as('boris').post('/sessions/next')).headers.get('location');
      if (taken !== null) await as('boris').post(`${new URL(taken, 'http://host').pathname}/return`);
    }
  } catch {
    // The server is gone.
  }
};
