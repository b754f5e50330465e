import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { TestChat } from '../../../views/test-channel/test-chat.tsx';
import { TestClients } from '../../../views/test-channel/test-clients.tsx';
import { newId } from '../../id.ts';
import { type OutsideChat, outsideClients, testChannels } from '../../sessions/outside-chat.ts';
import type { Asked } from '../env.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { barePage } from '../page.tsx';

type Refused = { typed: Typed; errors: Readonly<Record<string, string>>; status: ContentfulStatusCode };

/** Whom one can play; with what was typed for somebody new, and why it did not go. */
export const showClients = async (c: Asked, refused?: Refused): Promise<Response> => {
  const { house, words } = c.var;
  const typed = (name: string) => typedText(refused?.typed ?? {}, name);
  const children = (
    <TestClients
      clients={await outsideClients(house.db.read)}
      channels={await testChannels(house.db.read)}
      typed={{
        ...{ id: newId(), client: typed('client') || newId(), channel: typed('channel'), name: typed('name') },
        ...{ phone: typed('phone'), email: typed('email'), text: typed('text') },
      }}
      errors={refused?.errors ?? {}}
      words={words}
    />
  );
  return await barePage(c, { title: words.accounts.test.title, children }, refused?.status);
};

/** A client's conversation; with what was typed and why it did not go. */
export const showChat = async (
  c: Asked,
  accountId: string,
  chat: OutsideChat,
  refused?: { typed: string; error: string; status: ContentfulStatusCode },
): Promise<Response> => {
  const { words } = c.var;
  const children = (
    <TestChat
      accountId={accountId}
      chat={chat}
      messageId={newId()}
      typed={refused?.typed ?? ''}
      error={refused?.error}
      words={words}
    />
  );
  return await barePage(c, { title: chat.who.name, children }, refused?.status);
};
