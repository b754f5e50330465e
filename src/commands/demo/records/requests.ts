import type { RecordTexts } from '../texts/records-shape.ts';
import { choicesOf, type Groups, type Making, makeApp, makeItems, type Planned, plainly, rightsOf } from './build.ts';
import { dayOf, linesIn } from './made-up.ts';

type Key = keyof RecordTexts['requests']['fields'];

/** The app of requests to IT support with its fields. */
export const makeRequests = async (making: Making, { requests: words }: RecordTexts, groups: Groups) => {
  const { chance, at } = making;
  const categories = choicesOf(chance, at, words.categories);
  const priorities = choicesOf(chance, at, words.priorities);
  const statuses = choicesOf(chance, at, words.statuses);
  const name = (key: Key) => ({ ...plainly, name: words.fields[key] });
  const hidden = (key: Key) => ({ ...name(key), inList: false });
  const app = await makeApp<Key>(
    making,
    chance.id(at),
    {
      ...{ name: words.app, icon: 'life-buoy', titlePattern: '', numberPrefix: 'S-', numberDigits: 4 },
      ...rightsOf(groups),
      title: 'subject',
    },
    {
      subject: { ...name('subject'), kind: 'text', required: true, options: {} },
      requester: { ...name('requester'), kind: 'account', options: {} },
      category: { ...name('category'), kind: 'choice', options: { choices: categories } },
      priority: {
        ...name('priority'),
        kind: 'choice',
        options: { choices: priorities },
        initial: priorities[1]?.id ?? null,
      },
      status: { ...name('status'), kind: 'choice', options: { choices: statuses }, initial: statuses[0]?.id ?? null },
      due: { ...name('due'), kind: 'date', options: {} },
      assignee: { ...name('assignee'), kind: 'user', options: {} },
      hours: { ...hidden('hours'), kind: 'number', options: { decimals: 1 } },
      solved: { ...hidden('solved'), kind: 'yes-no', options: {} },
      description: { ...hidden('description'), kind: 'long-text', options: {} },
    },
  );
  return { app, categories, priorities, statuses };
};

/** Fills it with what employees asked for up to now, the oldest first. */
export const fillRequests = async (
  making: Making,
  { requests: words }: RecordTexts,
  { app, categories, priorities, statuses }: Awaited<ReturnType<typeof makeRequests>>,
  people: { accounts: readonly string[]; operators: readonly string[] },
  count: number,
): Promise<void> => {
  const { chance, now } = making;
  const [subjects, descriptions] = [linesIn(words.subjects), linesIn(words.descriptions)];
  const planned: Planned<Key>[] = [];
  for (let index = 0; index < count; index++) {
    const at = now - Math.floor(((count - index) * 40 * day) / count) - chance.below(3) * hour;
    const subject = chance.below(subjects.length);
    const done = count - index > 10;
    const actor = chance.pick(people.operators);
    const account = chance.pick(people.accounts);
    const values = {
      subject: subjects[subject],
      requester: [account],
      // The subjects stand in the order of their categories, again and again.
      category: categories[subject % categories.length]?.id,
      priority: chance.pick(priorities).id,
      status: statuses[done ? 2 : chance.below(2)]?.id,
      due: dayOf(at + (1 + chance.below(6)) * day),
      assignee: chance.oneIn(6) ? undefined : actor,
      hours: done ? (1 + chance.below(12)) / 2 : undefined,
      solved: done,
      description: chance.oneIn(2) ? chance.pick(descriptions) : undefined,
    };
    planned.push({ id: chance.id(at), values, actor, at });
  }
  await makeItems(making, app, planned);
};

const hour = 3_600_000;
const day = 24 * hour;
