import type { Found } from '../../../../views/apps/fields/picker.tsx';
import type { Field } from '../../../apps/fields/field.ts';
import { numberOf } from '../../../apps/fields/title.ts';
import { findItems } from '../../../apps/items/find.ts';
import { appById } from '../../../apps/read.ts';
import type { Reader } from '../../../db/doors.ts';
import type { Words } from '../../../i18n/words.ts';
import { listActive } from '../../../people/lists.ts';
import { type AccountRow, findAccounts } from '../../../records/accounts.ts';
import type { Asked, SignedIn } from '../../env.ts';

/** What can be chosen in a field that names people, items or accounts: what of it is found by `text`, for who asks. */
export const optionsFor = async (c: Asked<SignedIn>, field: Field, text: string): Promise<Found> => {
  const options = text === '' ? [] : await matching(c, field, text);
  return { text, options: options.slice(0, most), more: options.length > most };
};

/** How many are shown; whoever wants another one says more of it. */
const most = 20;

/** One more than are shown, where there are more. */
const matching = async (
  { var: { house, person, words } }: Asked<SignedIn>,
  field: Field,
  text: string,
): Promise<Option[]> => {
  const { read } = house.db;
  switch (field.kind) {
    case 'user': {
      const { rows } = await listActive(read, { search: text, after: undefined });
      return rows.map(({ id, name, email }) => ({ id, name, about: email }));
    }
    case 'account':
      return (await findAccounts(read, person, text, most + 1)).map((account) => toOption(account, words));
    case 'reference':
    case 'references':
      return await itemOptions(read, person.id, field.options.app, text);
    default:
      return [];
  }
};

const itemOptions = async (db: Reader, personId: string, appId: string, text: string): Promise<Option[]> => {
  const app = await appById(db, appId);
  const found = app ? await findItems(db, personId, appId, text, most + 1) : [];
  return found.map(({ id, title, number }) => {
    const written = app ? numberOf(app, number) : '';
    return title.includes(written) ? { id, name: title } : { id, name: title, about: written };
  });
};

/** Names tell nobody apart among clients from outside: where they write from does, and what else is known of them. */
const toOption = ({ id, name, channel, phone, email }: AccountRow, { items }: Words): Option => ({
  id,
  name,
  about: [channel ?? items.builtInChat, phone, email].filter(Boolean).join(' · '),
});

type Option = Found['options'][number];
