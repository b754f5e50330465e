import { Hono } from 'hono';
import { Reason } from '../../../views/layout/reason.tsx';
import { Writing } from '../../../views/messages/chat.tsx';
import { ConversationItem } from '../../../views/messages/conversation-item.tsx';
import { ClientMessageArticle } from '../../../views/messages/message.tsx';
import { newId } from '../../id.ts';
import { chatOf, hasChat, sentByClient } from '../../sessions/chat.ts';
import { ownConversation } from '../../sessions/conversations.ts';
import { saveDraft } from '../../sessions/drafts.ts';
import type { NewMessage } from '../../sessions/message.ts';
import { type Received, receive } from '../../sessions/receive.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import { type RefusedMessage, sentMessage } from '../conversation/message-form.ts';
import { reasonOf, statusOf } from '../conversation/refusal.ts';
import type { Asked, SignedIn } from '../env.ts';
import { typedText } from '../guard/entered.ts';
import { signedIn } from '../guard/signed-in.ts';
import { upload } from '../guard/upload.ts';
import { isHtmx } from '../htmx.ts';
import { showMessages } from './show.tsx';

/** Writing to a line, and keeping what is not finished. */
export const messagesWriting = new Hono<SignedIn>()
  .post('/messages/:lineId/messages', signedIn, upload('files'), async (c) => {
    const { house, person, words, form } = c.var;
    const lineId = c.req.param('lineId');
    const message = sentMessage(form, words, house.files);
    if ('reason' in message) return await refuse(c, lineId, message);
    const received = await house.db.write((tx) => receive(tx, person, lineId, message, Date.now()));
    if (isRefusal(received)) {
      return await refuse(c, lineId, {
        text: message.text,
        reason: reasonOf(received, words),
        status: statusOf(received),
      });
    }
    if (!received.again) form.keep();
    if (!isHtmx(c)) return c.redirect(`/messages/${lineId}#newest`, 303);
    return await echo(c, received, message);
  })
  .post('/messages/:lineId/draft', signedIn, upload(), async (c) => {
    const { house, person, form } = c.var;
    const lineId = c.req.param('lineId');
    if (!(await hasChat(house.db.read, person.id, lineId))) return isHtmx(c) ? c.body(null, 202) : c.notFound();
    const text = typedText(form.fields, 'text');
    await house.db.write((tx) => saveDraft(tx, person.id, `line:${lineId}`, text, Date.now()));
    return isHtmx(c) ? c.body(null, 204) : c.redirect(`/messages/${lineId}`, 303);
  });

/** What was sent, as the live stream brings it to the person's other pages. */
const echo = async (c: Asked<SignedIn>, received: Received, message: NewMessage): Promise<Response> => {
  const { house, words } = c.var;
  const row = await ownConversation(house.db.read, received.conversationId);
  return await c.html(
    row ? (
      <>
        <ClientMessageArticle message={sentByClient(received, message)} line={row.line} words={words} />
        <ConversationItem row={row} words={words} />
      </>
    ) : (
      ''
    ),
  );
};

const refuse = async (c: Asked<SignedIn>, lineId: string, refused: RefusedMessage): Promise<Response> => {
  const { house, person, words } = c.var;
  const chat = await chatOf(house.db.read, person.id, lineId);
  if (!chat) return c.notFound();
  if (!isHtmx(c)) return await showMessages(c, { chat, refused, status: refused.status });
  return c.html(
    <>
      <Reason text={refused.reason} />
      {chat.closedBecause !== null && <Writing chat={chat} messageId={newId()} words={words} refused={refused} />}
    </>,
    refused.status,
  );
};
