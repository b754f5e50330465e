import { Hono } from 'hono';
import { DeskMessageArticle } from '../../../views/desk/message.tsx';
import { placeKey } from '../../../views/desk/place.ts';
import { SessionChanged } from '../../../views/desk/session-frames.tsx';
import { SessionItem } from '../../../views/desk/session-item.tsx';
import { Reason } from '../../../views/layout/reason.tsx';
import { newId } from '../../id.ts';
import { answered } from '../../sessions/desk-message.ts';
import { saveDraft } from '../../sessions/drafts.ts';
import type { NewMessage } from '../../sessions/message.ts';
import { openSession } from '../../sessions/open.ts';
import type { Received } from '../../sessions/receive.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import { reply } from '../../sessions/reply.ts';
import { sessionFor, sessionRow } from '../../sessions/row.ts';
import { tookPartIn } from '../../sessions/watched/session.ts';
import { type RefusedMessage, sentMessage } from '../conversation/message-form.ts';
import { reasonOf, statusOf } from '../conversation/refusal.ts';
import type { Asked, SignedIn } from '../env.ts';
import { typedText } from '../guard/entered.ts';
import { signedIn } from '../guard/signed-in.ts';
import { upload } from '../guard/upload.ts';
import { isHtmx } from '../htmx.ts';
import { placeOfPage } from './place.ts';
import { showDesk } from './show.tsx';

/** Answering a client, and keeping what is not finished. */
export const deskWriting = new Hono<SignedIn>()
  .post('/sessions/:id/messages', signedIn, upload('files'), async (c) => {
    const { house, person, words, form } = c.var;
    const id = c.req.param('id');
    const put = typedText(form.fields, 'put').slice(0, longestPut);
    if (put !== '') return await putIntoDraft(c, id, typedText(form.fields, 'text'), put);
    const message = sentMessage(form, words, house.files);
    if ('reason' in message) return await refuse(c, id, message);
    const sent = await house.db.write((tx) => reply(tx, person.id, id, message, Date.now()));
    if (isRefusal(sent)) {
      return await refuse(c, id, { text: message.text, reason: reasonOf(sent, words), status: statusOf(sent) });
    }
    if (!sent.again) form.keep();
    if (!isHtmx(c)) return c.redirect(`/sessions/${id}?in=${placeKey(placeOfPage(c))}#newest`, 303);
    return await echo(c, sent, message);
  })
  .post('/sessions/:id/draft', signedIn, upload(), async (c) => {
    const { house, person, form } = c.var;
    const id = c.req.param('id');
    // Whoever lost it in the middle of a sentence may still keep the sentence.
    if (!(await sessionFor(house.db.read, person.id, id)) && !(await tookPartIn(house.db.read, person.id, id)))
      return c.notFound();
    const text = typedText(form.fields, 'text');
    await house.db.write((tx) => saveDraft(tx, person.id, `session:${id}`, text, Date.now()));
    return isHtmx(c) ? c.body(null, 204) : c.redirect(`/sessions/${id}?in=${placeKey(placeOfPage(c))}`, 303);
  });

/** More than any number of an item. */
const longestPut = 100;

/** Where no script runs, what a card is to put into the message comes with the message itself: both are kept as the draft, and nothing is sent. */
const putIntoDraft = async (c: Asked<SignedIn>, id: string, text: string, put: string): Promise<Response> => {
  const { house, person } = c.var;
  if (!(await sessionFor(house.db.read, person.id, id))) return c.notFound();
  const draft = [text.trimEnd(), put].filter(Boolean).join(' ');
  await house.db.write((tx) => saveDraft(tx, person.id, `session:${id}`, draft, Date.now()));
  return c.redirect(`/sessions/${id}?in=${placeKey(placeOfPage(c))}#newest`, 303);
};

/** What was sent, as the live stream brings it to everybody else. */
const echo = async (c: Asked<SignedIn>, sent: Received, message: NewMessage): Promise<Response> => {
  const { house, person, words } = c.var;
  // A form that is sent again may come from somebody who answered once and has lost the session since.
  const row = sent.again
    ? await sessionFor(house.db.read, person.id, sent.sessionId)
    : await sessionRow(house.db.read, sent.sessionId);
  return await c.html(
    <>
      <DeskMessageArticle message={answered(person, sent, message)} words={words} />
      {row && <SessionItem row={row} words={words} />}
    </>,
  );
};

const refuse = async (c: Asked<SignedIn>, sessionId: string, refused: RefusedMessage): Promise<Response> => {
  const { house, person, words } = c.var;
  const session = await openSession(house.db.read, person, sessionId);
  if (!session && refused.status === 404) return c.notFound();
  if (!isHtmx(c)) {
    const { status, reason, text } = refused;
    return await showDesk(c, {
      place: placeOfPage(c),
      session: session ?? null,
      refused,
      status,
      notice: session ? '' : `${reason} ${text}`,
    });
  }
  // The browser keeps what was typed; only where the person may not answer any more does its place change.
  const changed = session && !session.may.reply;
  return c.html(
    <>
      <Reason text={refused.reason} />
      {changed && (
        <SessionChanged session={session} me={person.id} messageId={newId()} words={words} refused={refused} />
      )}
    </>,
    refused.status,
  );
};
