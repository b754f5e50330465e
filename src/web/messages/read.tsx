import { Hono } from 'hono';
import { titleOf } from '../../../views/layout/document.tsx';
import { Chat } from '../../../views/messages/chat.tsx';
import { EarlierClientMessages } from '../../../views/messages/message.tsx';
import { Picker } from '../../../views/messages/picker.tsx';
import { newId } from '../../id.ts';
import { chatBefore, chatOf } from '../../sessions/chat.ts';
import { writableLines } from '../../sessions/conversations.ts';
import type { SignedIn } from '../env.ts';
import { seqIn } from '../guard/seq.ts';
import { signedIn } from '../guard/signed-in.ts';
import { isHtmx } from '../htmx.ts';
import { page } from '../page.tsx';
import { showLost } from './lost.tsx';
import { showMessages } from './show.tsx';

/** What a person reads in Messages: the own conversations, the lines one can write to, the chat with one. */
export const messagesReading = new Hono<SignedIn>()
  .get('/messages', signedIn, async (c) =>
    showMessages(c, { query: c.req.query('q')?.trim() ?? '', after: c.req.query('after') }),
  )
  .get('/messages/lines', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const lines = await writableLines(house.db.read, person.id);
    const children = <Picker lines={lines} words={words} />;
    return await page(c, { title: words.messages.writeToLine, section: 'messages', children });
  })
  .get('/messages/:lineId', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const at = c.req.query('at');
    const around = at === undefined ? undefined : seqIn(at);
    const chat = await chatOf(house.db.read, person.id, c.req.param('lineId'), around);
    if (!chat) return await showLost(c, c.req.param('lineId'));
    if (!isHtmx(c)) return await showMessages(c, { chat });
    return c.html(
      <>
        <title>{titleOf(chat.line.name, words)}</title>
        <Chat chat={chat} messageId={newId()} words={words} />
      </>,
    );
  })
  .get('/messages/:lineId/messages', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const chat = await chatBefore(house.db.read, person.id, c.req.param('lineId'), seqIn(c.req.query('before')));
    if (!chat) return c.notFound();
    return isHtmx(c) ? c.html(<EarlierClientMessages chat={chat} words={words} />) : await showMessages(c, { chat });
  });
