import type { Words } from '../../src/i18n/words.ts';
import type { AccountConversation } from '../../src/records/account-conversations.ts';
import type { HoldingItem } from '../../src/records/account-items.ts';
import type { AccountRow } from '../../src/records/accounts.ts';
import { Avatar } from '../layout/avatar.tsx';
import { Time } from '../layout/time.tsx';
import type { AccountParts } from './account-card.tsx';
import { AccountsPage } from './page.tsx';

type Props = AccountParts & { account: AccountRow; words: Words };

/** One account: who it is, its conversations on all lines, and the items that hold it. */
export const Account = ({ account, conversations, items, words }: Props) => (
  <AccountsPage title={account.name} back="/accounts" backText={words.accounts.allAccounts}>
    <div class="account-face">
      <Avatar id={account.id} name={account.name} src={account.avatar} size="large" />
      <dl class="facts">
        <Fact label={words.accounts.channel}>{account.channel ?? words.accounts.chat}</Fact>
        {account.phone && (
          <Fact label={words.accounts.phone}>
            <a href={`tel:${account.phone.replace(/[^+\d]/g, '')}`}>{account.phone}</a>
          </Fact>
        )}
        {account.email && (
          <Fact label={words.accounts.email}>
            <a href={`mailto:${account.email}`}>{account.email}</a>
          </Fact>
        )}
        <Fact label={words.accounts.seenFirst}>
          <Time at={account.createdAt} kind="date" words={words} />
        </Fact>
      </dl>
    </div>
    <section class="form-section" aria-labelledby="conversations">
      <h2 id="conversations">{words.accounts.conversations}</h2>
      {conversations.length === 0 ? (
        <p class="field-help">{words.accounts.noConversations}</p>
      ) : (
        <ul class="list" aria-labelledby="conversations">
          {conversations.map((conversation) => (
            <Conversation conversation={conversation} words={words} />
          ))}
        </ul>
      )}
    </section>
    <section class="form-section" aria-labelledby="items">
      <h2 id="items">{words.accounts.items}</h2>
      {items.length === 0 ? (
        <p class="field-help">{words.accounts.noItems}</p>
      ) : (
        <ul class="list" aria-labelledby="items">
          {items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
    </section>
  </AccountsPage>
);

const Conversation = ({ conversation, words }: { conversation: AccountConversation; words: Words }) => (
  <li class="list-row">
    {conversation.session === null ? (
      <>
        <span class="list-main">{conversation.line.name}</span>
        <span class="chip">{words.accounts.notYours}</span>
      </>
    ) : (
      <a class="list-main" href={`/sessions/${conversation.session}`}>
        {conversation.line.name}
      </a>
    )}
    <span class="list-aside">
      {words.accounts.lastMessage} <Time at={conversation.lastAt} kind="moment" words={words} />
    </span>
  </li>
);

const Item = ({ item }: { item: HoldingItem }) => (
  <li class="list-row">
    <a class="list-main" href={`/items/${item.id}`}>
      {item.title}
    </a>
    <span class="list-aside">{item.app.name}</span>
  </li>
);

const Fact = ({ label, children }: { label: string; children?: unknown }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
