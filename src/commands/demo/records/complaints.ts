import type { RecordTexts } from '../texts/records-shape.ts';
import {
  atOnce,
  choicesOf,
  type Groups,
  type Making,
  makeApp,
  makeItems,
  type Planned,
  plainly,
  rightsOf,
} from './build.ts';
import { dayOf, linesIn } from './made-up.ts';

type Key = keyof RecordTexts['complaints']['fields'];

/** The app of complaints with its fields. */
export const makeComplaints = async (
  making: Making,
  { complaints: words, currency }: RecordTexts,
  groups: Groups,
  clientsApp: string,
) => {
  const { chance, at } = making;
  const id = chance.id(at);
  const products = choicesOf(chance, at, words.products);
  const severities = choicesOf(chance, at, words.severities);
  const statuses = choicesOf(chance, at, words.statuses);
  const name = (key: Key) => ({ ...plainly, name: words.fields[key] });
  const hidden = (key: Key) => ({ ...name(key), inList: false });
  const app = await makeApp<Key>(
    making,
    id,
    {
      ...{ name: words.app, icon: 'triangle-alert', titlePattern: '', numberPrefix: 'R-', numberDigits: 4 },
      ...rightsOf(groups),
      title: 'subject',
    },
    {
      subject: { ...name('subject'), kind: 'text', required: true, options: {} },
      client: { ...name('client'), kind: 'reference', required: true, options: { app: clientsApp } },
      product: { ...name('product'), kind: 'choice', options: { choices: products } },
      severity: {
        ...name('severity'),
        kind: 'choice',
        options: { choices: severities },
        initial: severities[1]?.id ?? null,
      },
      status: { ...name('status'), kind: 'choice', options: { choices: statuses }, initial: statuses[0]?.id ?? null },
      amount: { ...name('amount'), kind: 'money', options: { currency } },
      received: { ...name('received'), kind: 'date-time', options: {} },
      due: { ...hidden('due'), kind: 'date', options: {} },
      responsible: { ...name('responsible'), kind: 'user', options: {} },
      solved: { ...hidden('solved'), kind: 'yes-no', options: {} },
      description: { ...hidden('description'), kind: 'long-text', options: {} },
      photos: { ...hidden('photos'), kind: 'files', options: {} },
      similar: { ...hidden('similar'), kind: 'references', options: { app: id } },
    },
  );
  return { app, products, severities, statuses };
};

/** Fills it with what clients complained of up to now, the oldest first. */
export const fillComplaints = async (
  making: Making,
  { complaints: words }: RecordTexts,
  { app, products, severities, statuses }: Awaited<ReturnType<typeof makeComplaints>>,
  people: { clients: readonly string[]; operators: readonly string[] },
  count: number,
): Promise<void> => {
  const { chance, now } = making;
  const [subjects, descriptions] = [linesIn(words.subjects), linesIn(words.descriptions)];
  const planned: Planned<Key>[] = [];
  for (let index = 0; index < count; index++) {
    const at = now - Math.floor(((count - index) * 45 * day) / count) - chance.below(3) * hour;
    const subject = chance.below(subjects.length);
    const old = count - index > 12;
    const status = old ? statuses.length - 1 : chance.below(statuses.length - 1);
    const actor = chance.pick(people.operators);
    const like = planned[index - atOnce]?.id;
    const values = {
      subject: subjects[subject],
      client: chance.pick(people.clients),
      product: chance.pick(products).id,
      severity: chance.pick(severities).id,
      status: statuses[status]?.id,
      amount: chance.oneIn(2) ? (20 + chance.below(900)) * 100 : undefined,
      received: at,
      due: dayOf(at + 5 * day),
      responsible: chance.oneIn(5) ? undefined : actor,
      solved: old,
      description: chance.oneIn(2) ? chance.pick(descriptions) : undefined,
      similar: like !== undefined && chance.oneIn(6) ? [like] : undefined,
    };
    planned.push({ id: chance.id(at), values, actor, at });
  }
  await makeItems(making, app, planned);
};

const hour = 3_600_000;
const day = 24 * hour;
