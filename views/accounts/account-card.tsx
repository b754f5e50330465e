import type { Words } from '../../src/i18n/words.ts';
import type { AccountConversation } from '../../src/records/account-conversations.ts';
import type { HoldingItem } from '../../src/records/account-items.ts';
import type { AccountRow } from '../../src/records/accounts.ts';
import { Avatar } from '../layout/avatar.tsx';

/** What belongs to accounts. */
export type AccountParts = { conversations: readonly AccountConversation[]; items: readonly HoldingItem[] };

type Props = AccountParts & { account: AccountRow; words: Words };

/** An account in the list: who it is, where it writes, and the items that hold it. */
export const AccountCard = ({ account, conversations, items, words }: Props) => (
  <li class="account-row">
    <Avatar id={account.id} name={account.name} src={account.avatar} />
    <div class="account-text">
      <p class="account-who">
        <a class="list-main" href={`/accounts/${account.id}`}>
          {account.name}
        </a>
        <span class="chip">{account.channel ?? words.accounts.chat}</span>
      </p>
      <p class="account-note">
        {[account.phone, account.email, conversations.map(({ line }) => line.name).join(', ')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {items.length > 0 && (
        <ul class="account-items" aria-label={words.accounts.items}>
          {items.map((item) => (
            <li>
              <a href={`/items/${item.id}`}>{item.title}</a> <span class="row-note">{item.app.name}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  </li>
);
