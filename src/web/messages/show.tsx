import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Messages } from '../../../views/messages/messages.tsx';
import { newId } from '../../id.ts';
import { ownConversations, searchOwn } from '../../sessions/conversations.ts';
import type { ClientChat } from '../../sessions/shapes.ts';
import type { Asked, SignedIn } from '../env.ts';
import { page } from '../page.tsx';

type Shown = {
  chat?: ClientChat;
  /** What is searched for in the person's own conversations. */
  query?: string;
  after?: string | undefined;
  lost?: { lineId: string; typed: string };
  refused?: { text: string; reason: string };
  status?: ContentfulStatusCode;
};

/** The section Messages as a whole page. */
export const showMessages = async (c: Asked<SignedIn>, shown: Shown): Promise<Response> => {
  const { house, person, words } = c.var;
  const { chat, query = '', refused } = shown;
  const listed = await ownConversations(house.db.read, person.id, shown.after);
  const found = query === '' ? null : await searchOwn(house.db.read, person.id, query);
  const open = chat ? { chat, messageId: newId(), refused } : null;
  const props = { rows: listed.rows, after: listed.after, query, found, open, lost: shown.lost, words };
  const children = <Messages {...props} />;
  const title = chat ? chat.line.name : words.messages.title;
  return await page(c, { title, section: 'messages', children }, shown.status);
};
