import type { Chance } from '../made-up/chance.ts';
import type { Deed, Story } from '../made-up/deed.ts';
import type { Cast, Person } from './cast.ts';
import { type Attach, episode } from './episode.ts';
import { type Dialogue, dialoguesIn, textsFor } from './texts.ts';

const minute = 60_000;

/**
 * What was written to IT support in the last weeks, up to now: for each client the sessions in their order. `Customers` has
 * nobody who could write to it from inside, and no channel yet: it stays empty.
 *
 * @param now ms since 1970
 */
export const storiesOf = async (
  chance: Chance,
  cast: Cast,
  language: 'en' | 'ru',
  now: number,
  attach: Attach,
): Promise<Story[]> => {
  const texts = textsFor(language);
  const operators = [cast.anna, cast.boris, cast.gleb];
  const closed = dialoguesIn(texts.closed);
  const planned: Planned[] = [
    // Each dialogue happened twice, to different people; the further down in the list, the longer ago.
    ...[...closed, ...closed].map((dialogue, index) => {
      const client = cast.employees[(index * 7) % cast.employees.length];
      const at = workingTime(chance, now, 1 + Math.floor((index * 27) / (2 * closed.length)));
      return { client, dialogue, at, ...pairOf(operators, index), ending: 'closed' as const };
    }),
    ...dialoguesIn(texts.pavel).map((dialogue, index) => {
      const at = workingTime(chance, now, index === 0 ? 16 : 3);
      return { client: cast.pavel, dialogue, at, ...pairOf(operators, index), ending: 'closed' as const };
    }),
    ...dialoguesIn(texts.unassigned).map((dialogue, index) => {
      const at = now - (waits[index] ?? 90) * minute;
      return { client: cast.employees[index], dialogue, at, ...pairOf(operators, 0), ending: 'unassigned' as const };
    }),
    ...dialoguesIn(texts.active).map((dialogue, index) => {
      const owner =
        [cast.anna, cast.anna, cast.anna, cast.boris, cast.boris, cast.boris, cast.gleb, cast.gleb][index] ?? cast.anna;
      const at = now - (45 + 25 * index) * minute;
      return {
        client: cast.employees[10 + index],
        dialogue,
        at,
        owner,
        colleague: cast.boris,
        ending: 'active' as const,
      };
    }),
  ];
  return await told(chance, cast, planned, attach);
};

/** For how many minutes the unassigned ones wait. */
const waits = [4, 11, 26, 70, 135, 190];

type Planned = {
  client: Person | undefined;
  dialogue: Dialogue;
  at: number;
  owner: Person;
  colleague: Person;
  ending: 'closed' | 'active' | 'unassigned';
};

const pairOf = (operators: readonly Person[], index: number): { owner: Person; colleague: Person } => {
  const [owner, colleague] = [operators[index % 3], operators[(index + 1) % 3]];
  if (!(owner && colleague)) throw new Error('There are three operators.');
  return { owner, colleague };
};

const told = async (chance: Chance, cast: Cast, planned: readonly Planned[], attach: Attach): Promise<Story[]> => {
  const stories: Story[] = [];
  for (const client of [...cast.employees, cast.pavel]) {
    const own = planned.filter((one) => one.client?.id === client.id).sort((a, b) => a.at - b.at);
    const deeds: Deed[] = [];
    for (const one of own) deeds.push(...(await episode(chance, one, attach)));
    if (deeds.length > 0) stories.push({ client, lineId: cast.support, deeds });
  }
  return stories;
};

/** Some time between nine and four on a working day so many days ago, where the demo runs. */
const workingTime = (chance: Chance, now: number, daysAgo: number): number => {
  const day = new Date(now);
  day.setDate(day.getDate() - daysAgo);
  const weekend = { 6: 1, 0: 2 }[day.getDay()] ?? 0;
  day.setDate(day.getDate() - weekend);
  return day.setHours(9 + chance.below(7), chance.below(60), chance.below(60), 0);
};
