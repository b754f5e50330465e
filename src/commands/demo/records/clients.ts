import type { RecordTexts } from '../texts/records-shape.ts';
import {
  choicesOf,
  type Groups,
  type MadeApp,
  type Making,
  makeApp,
  makeItems,
  type Planned,
  plainly,
  rightsOf,
} from './build.ts';
import { addressed, dayOf, linesIn, type Name, phoneOf, someOf } from './made-up.ts';

type Key = keyof RecordTexts['clients']['fields'];

/** Whoever has an account among the clients. */
export type Known = { name: Name; accountId: string };

/** The app of clients with its fields. */
export const makeClients = async (making: Making, { clients: words }: RecordTexts, groups: Groups) => {
  const { chance, at } = making;
  const segments = choicesOf(chance, at, words.segments);
  const interests = choicesOf(chance, at, words.interests);
  const name = (key: Key) => ({ ...plainly, name: words.fields[key] });
  const hidden = (key: Key) => ({ ...name(key), inList: false });
  const app = await makeApp<Key>(
    making,
    chance.id(at),
    {
      ...{ name: words.app, icon: 'contact-round', titlePattern: '', numberPrefix: 'C-', numberDigits: 4 },
      ...rightsOf(groups),
      title: 'name',
    },
    {
      name: { ...name('name'), kind: 'text', required: true, options: {} },
      company: { ...name('company'), kind: 'text', options: {} },
      phone: { ...name('phone'), kind: 'phone', options: {} },
      email: { ...name('email'), kind: 'email', options: {} },
      site: { ...hidden('site'), kind: 'link', options: {} },
      segment: { ...name('segment'), kind: 'choice', options: { choices: segments } },
      interests: { ...hidden('interests'), kind: 'choices', options: { choices: interests } },
      since: { ...name('since'), kind: 'date', options: {} },
      manager: { ...name('manager'), kind: 'user', options: {} },
      discount: { ...hidden('discount'), kind: 'number', hint: words.discountHint, options: { decimals: 1 } },
      news: { ...hidden('news'), kind: 'yes-no', options: {} },
      notes: { ...hidden('notes'), kind: 'long-text', options: {} },
      accounts: { ...hidden('accounts'), kind: 'account', hint: words.accountsHint, options: {} },
    },
  );
  return { app, segments, interests };
};

/** Fills it: whoever has an account first, and answers the ids of all clients. */
export const fillClients = async (
  making: Making,
  texts: RecordTexts,
  {
    app,
    segments,
    interests,
  }: { app: MadeApp<Key>; segments: readonly { id: string }[]; interests: readonly { id: string }[] },
  people: { names: readonly Name[]; known: readonly Known[]; managers: readonly string[] },
): Promise<string[]> => {
  const { chance, at, now } = making;
  const companies = linesIn(texts.companies);
  const notes = linesIn(texts.clients.notes);
  const planned: Planned<Key>[] = [];
  for (const [index, name] of people.names.entries()) {
    const known = people.known.find((one) => one.name === name);
    const manager = chance.pick(people.managers);
    const segment = chance.below(segments.length);
    const email = addressed(name, index);
    const values = {
      name: name.full,
      company: segment === 0 ? undefined : chance.pick(companies),
      phone: phoneOf(texts, index),
      email,
      site: segment === 2 ? `https://www.${email.split('@')[0]}.test/` : undefined,
      segment: segments[segment]?.id,
      interests: someOf(chance, interests),
      since: dayOf(now - (30 + chance.below(1500)) * day),
      manager,
      discount: chance.oneIn(3) ? (5 + 5 * chance.below(4)) / 2 : undefined,
      news: chance.oneIn(2),
      notes: chance.oneIn(3) ? chance.pick(notes) : undefined,
      accounts: known ? [known.accountId] : undefined,
    };
    const made = at + index * hour;
    planned.push({ id: chance.id(made), values, actor: manager, at: made });
  }
  await makeItems(making, app, planned);
  return planned.map(({ id }) => id);
};

const hour = 3_600_000;
const day = 24 * hour;
