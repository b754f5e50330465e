import { channels } from '../../../db/schema.ts';
import { findAccounts } from '../../../records/accounts.ts';
import type { OutsideStory } from '../../made-up/deed.ts';
import { play } from '../../made-up/play.ts';
import type { Cast } from '../cast.ts';
import { episode } from '../episode.ts';
import type { RecordTexts } from '../texts/records-shape.ts';
import { dialoguesIn } from '../texts.ts';
import type { Making } from './build.ts';
import type { Known } from './clients.ts';
import { addressed, type Name, phoneOf } from './made-up.ts';

/** Lets clients write to Customers from outside, and answers those who are among the clients already, with their accounts. */
export const writeFromOutside = async (
  making: Making,
  cast: Cast,
  texts: RecordTexts,
  names: readonly Name[],
): Promise<Known[]> => {
  const { tx, chance, at } = making;
  const channelId = chance.id(at);
  await tx
    .insert(channels)
    .values({ id: channelId, lineId: cast.customers, kind: 'test', name: texts.channel, createdAt: at });
  const known: Known[] = [];
  for (const { dialogue, ending, minutes, who } of plannedIn(texts)) {
    const name = names[who];
    if (!name) throw new Error('There are more clients than that.');
    const phone = phoneOf(texts, who);
    const email = addressed(name, who);
    const outsider = { channelId, externalId: `client-${who + 1}`, name: name.full, phone, email };
    const planned = { dialogue, at: making.now - minutes * minute, owner: cast.anna, colleague: cast.boris, ending };
    const story: OutsideStory = { outsider, deeds: await episode(chance, planned, noFiles) };
    await play(tx, story);
    if (ending !== 'unassigned') known.push({ name, accountId: await accountOf(making, phone) });
  }
  return known;
};

/** Who wrote what, and how long ago. The last two wait: one has the phone of a client who is there, the other nobody knows. */
const plannedIn = (texts: RecordTexts) => {
  const [first, second] = dialoguesIn(texts.closed);
  const [active] = dialoguesIn(texts.active);
  const [waiting, asking] = dialoguesIn(texts.unassigned);
  return [
    { dialogue: first ?? [], ending: 'closed', minutes: 9 * 24 * 60, who: 3 },
    { dialogue: second ?? [], ending: 'closed', minutes: 3 * 24 * 60, who: 8 },
    { dialogue: active ?? [], ending: 'active', minutes: 50, who: 11 },
    { dialogue: waiting ?? [], ending: 'unassigned', minutes: 16, who: 14 },
    { dialogue: asking ?? [], ending: 'unassigned', minutes: 7, who: 140 },
  ] as const;
};

const accountOf = async ({ tx, admin }: Making, phone: string): Promise<string> => {
  const [account] = await findAccounts(tx, { id: admin, administrator: true }, phone, 1);
  if (!account) throw new Error('An account of the demo was not made.');
  return account.id;
};

const noFiles = () => Promise.reject(new Error('What comes from outside has no files.'));

const minute = 60_000;
