import type { Words } from '../../src/i18n/words.ts';
import type { Named } from '../../src/sessions/shapes.ts';
import { Button } from '../form/button.tsx';

export type AccountsFilterProps = {
  channels: readonly (Named & { line: string })[];
  typed: { q: string; channel: string; unlinked: boolean };
  words: Words;
};

/** What the list is narrowed to; a plain form, so that it has an address. */
export const AccountsFilter = ({ channels, typed, words: { accounts } }: AccountsFilterProps) => (
  <form class="account-filter" method="get" action="/accounts">
    <input
      class="input"
      type="search"
      name="q"
      value={typed.q}
      maxlength={200}
      aria-label={accounts.search}
      placeholder={accounts.search}
    />
    <select class="select" name="channel" aria-label={accounts.channel}>
      <option value="">{accounts.allChannels}</option>
      <option value="chat" selected={typed.channel === 'chat'}>
        {accounts.chat}
      </option>
      {channels.map(({ id, name, line }) => (
        <option value={id} selected={typed.channel === id}>
          {accounts.through(name, line)}
        </option>
      ))}
    </select>
    <label class="checkbox">
      <input type="checkbox" name="unlinked" value="on" checked={typed.unlinked} />
      <span>{accounts.unlinked}</span>
    </label>
    <Button kind="plain">{accounts.find}</Button>
  </form>
);
