import { Hono } from 'hono';
import { z } from 'zod';
import { messageFields } from '../../sessions/message.ts';
import { receiveFromAccount } from '../../sessions/outside.ts';
import { accountOfConversation, outsideChat } from '../../sessions/outside-chat.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import { reasonOf, statusOf } from '../conversation/refusal.ts';
import type { Anyone } from '../env.ts';
import { typedText } from '../guard/entered.ts';
import { lineOfText } from '../guard/fields.ts';
import { form } from '../guard/form.ts';
import { showChat, showClients } from './show.tsx';

/**
 * Stands for a messenger: here one plays a client of a line's test channel, who is no user and signs in nowhere. Only a house that
 * says so has it (`House.testChannel`), and only the demo does.
 */
export const testChannelRoutes = new Hono<Anyone>()
  .get('/test-channel', async (c) => await showClients(c))

  .post('/test-channel', form(newClient()), async (c) => {
    const { house, words, entered } = c.var;
    const { typed } = entered;
    if (!entered.ok) {
      const { name, text } = entered.errors;
      const said = {
        ...(name && { name: words.accounts.test.nameMissing }),
        ...(text && { text: words.writing.refused.tooLong }),
      };
      return await showClients(c, { typed, errors: said, status: 422 });
    }
    const { channel: channelId, client: externalId, id, text, ...told } = entered.value;
    const who = { channelId, externalId, ...told };
    const received = await house.db.write((tx) => receiveFromAccount(tx, who, { id, text, files: [] }, Date.now()));
    if (isRefusal(received)) {
      const errors = { text: reasonOf(received, words) };
      return await showClients(c, { typed, errors, status: statusOf(received) });
    }
    const account = await accountOfConversation(house.db.read, received.conversationId);
    return c.redirect(`/test-channel/${account}`, 303);
  })

  .get('/test-channel/:account', async (c) => {
    const account = c.req.param('account');
    const chat = await outsideChat(c.var.house.db.read, account);
    return chat ? await showChat(c, account, chat) : await c.notFound();
  })

  .post('/test-channel/:account', form(messageFields), async (c) => {
    const { house, words, entered } = c.var;
    const account = c.req.param('account');
    const chat = await outsideChat(house.db.read, account);
    if (!chat) return await c.notFound();
    const typed = typedText(entered.typed, 'text');
    if (!entered.ok)
      return await showChat(c, account, chat, { typed, error: words.writing.refused.tooLong, status: 422 });
    const message = { ...entered.value, files: [] };
    const received = await house.db.write((tx) => receiveFromAccount(tx, chat.who, message, Date.now()));
    if (!isRefusal(received)) return c.redirect(`/test-channel/${account}`, 303);
    return await showChat(c, account, chat, { typed, error: reasonOf(received, words), status: statusOf(received) });
  });

/** What a channel tells of its client comes as it was typed here. */
function newClient() {
  const told = z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, 100) || null);
  const channel = z.string().max(64).default('');
  return messageFields.extend({ channel, client: z.uuid(), name: lineOfText(100), phone: told, email: told });
}
