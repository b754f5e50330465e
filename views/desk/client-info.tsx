import type { Words } from '../../src/i18n/words.ts';
import type { AccountBlock as Block } from '../../src/records/shapes.ts';
import type { OpenSession } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Time } from '../layout/time.tsx';
import { AccountBlock } from '../records/account-block.tsx';
import { Reassign } from './actions.tsx';

type InfoProps = { session: OpenSession; account: Block | null; words: Words };

/** What is known of the client, beside the conversation; folded away by its title, and on narrow screens until asked for. */
export const ClientInfo = ({ session: { row, may, info }, account, words }: InfoProps) => (
  <aside id="client" class="pane client" aria-label={words.desk.info.title}>
    <a class="icon-button narrow" href={`#session-${row.id}`} aria-label={words.common.close}>
      <Icon name="x" />
    </a>
    <details open data-fold="client">
      <summary>
        <span>{words.desk.info.title}</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="client-face">
        <Avatar id={row.client.accountId} name={row.client.name} src={row.client.avatar} size="large" />
        <h2>{row.client.name}</h2>
      </div>
      <ReassignHere session={{ row, may }} words={words} />
      <dl class="facts">
        <Fact label={words.desk.info.line}>{row.line.name}</Fact>
        <Fact label={words.desk.info.channel}>{info.outside?.channel ?? words.desk.info.chat}</Fact>
        {info.outside?.phone && <Fact label={words.accounts.phone}>{info.outside.phone}</Fact>}
        {info.outside?.email && <Fact label={words.accounts.email}>{info.outside.email}</Fact>}
        <Fact label={words.desk.info.sessionsLabel}>{words.desk.info.sessions(info.sessionCount)}</Fact>
        <Fact label={words.desk.info.firstContact}>
          <Time at={info.firstContactAt} kind="date" words={words} />
        </Fact>
      </dl>
      {account && <AccountBlock sessionId={row.id} block={account} words={words} />}
    </details>
  </aside>
);

/** The button below the client's name. Replaced together with the session's head. */
export const ReassignHere = ({
  session: { row, may },
  words,
}: {
  session: Pick<OpenSession, 'row' | 'may'>;
  words: Words;
}) => (
  <div id={`session-reassign-${row.id}`} class="client-actions">
    {may.reassign && <Reassign row={row} words={words} />}
  </div>
);

const Fact = ({ label, children }: { label: string; children?: unknown }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
