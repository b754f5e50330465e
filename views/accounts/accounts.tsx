import type { Words } from '../../src/i18n/words.ts';
import type { AccountRow } from '../../src/records/accounts.ts';
import { Empty } from '../layout/empty.tsx';
import { AccountCard, type AccountParts } from './account-card.tsx';
import { AccountsFilter, type AccountsFilterProps } from './filter.tsx';
import { AccountsPage } from './page.tsx';

type AccountsProps = AccountsFilterProps &
  AccountParts & {
    accounts: readonly AccountRow[];
    /** Whether the page starts at the beginning; where the next one starts, null on the last. */
    first: boolean;
    after: string | null;
    words: Words;
  };

/** Everybody who ever wrote, as far as the viewer sees them. */
export const Accounts = ({ accounts, first, after, conversations, items, ...filter }: AccountsProps) => {
  const { words, typed } = filter;
  return (
    <AccountsPage title={words.accounts.title} back="/apps" backText={words.common.apps}>
      <p class="field-help">{words.accounts.about}</p>
      <AccountsFilter {...filter} />
      {accounts.length === 0 ? (
        <Nothing filtered={!first || typed.q !== '' || typed.channel !== '' || typed.unlinked} words={words} />
      ) : (
        <ul class="account-list" aria-label={words.accounts.list}>
          {accounts.map((account) => (
            <AccountCard
              account={account}
              conversations={conversations.filter((one) => one.account === account.id)}
              items={items.filter((one) => one.account === account.id)}
              words={words}
            />
          ))}
        </ul>
      )}
      {(!first || after !== null) && (
        <p class="toolbar">
          {!first && <a href={addressOf(typed)}>{words.accounts.firstPage}</a>}
          {after !== null && <a href={addressOf(typed, after)}>{words.accounts.nextPage}</a>}
        </p>
      )}
    </AccountsPage>
  );
};

const Nothing = ({ filtered, words: { accounts } }: { filtered: boolean; words: Words }) =>
  filtered ? (
    <Empty icon="search" title={accounts.noneFound} text={accounts.noneFoundText} />
  ) : (
    <Empty icon="users-round" title={accounts.none} text={accounts.noneText} />
  );

const addressOf = ({ q, channel, unlinked }: AccountsFilterProps['typed'], after = ''): string => {
  const query = Object.entries({ q, channel, unlinked: unlinked ? 'on' : '', after }).filter(
    ([, value]) => value !== '',
  );
  return query.length === 0 ? '/accounts' : `/accounts?${new URLSearchParams(query).toString()}`;
};
