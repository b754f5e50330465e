import { DeskMessageArticle } from '../../../views/desk/message.tsx';
import { placeHref, placeKey } from '../../../views/desk/place.ts';
import { SessionChanged } from '../../../views/desk/session-frames.tsx';
import { SessionItem } from '../../../views/desk/session-item.tsx';
import { Notice } from '../../../views/layout/notices.tsx';
import type { Words } from '../../i18n/words.ts';
import { newId } from '../../id.ts';
import type { Done } from '../../sessions/assign.ts';
import { openSession } from '../../sessions/open.ts';
import { isRefusal, type Refusal } from '../../sessions/refusal.ts';
import type { OpenSession, Place } from '../../sessions/shapes.ts';
import { reasonOf, statusOf } from '../conversation/refusal.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isHtmx } from '../htmx.ts';
import { placeOfPage } from './place.ts';
import { showDesk } from './show.tsx';

/**
 * Answers an action on a session: done or refused, the person sees how the session stands now; with htmx as the same
 * frame that the live stream sends, else as its page.
 */
export const answerMove = async (c: Asked<SignedIn>, sessionId: string, outcome: Done | Refusal): Promise<Response> => {
  const refused = isRefusal(outcome) ? outcome : undefined;
  const { person, words } = c.var;
  const place = placeOfPage(c);
  const session = await openSession(c.var.house.db.read, person, sessionId);
  if (!session) {
    // Given away, or somebody was quicker: the person reads who, beside their list.
    if (!refused) return leaveFor(c, placeHref(place));
    return refused.refused === 'missing' ? c.notFound() : await showRefusal(c, null, refused);
  }
  if (refused) return await showRefusal(c, session, refused);
  if (isHtmx(c)) return c.html(<Frame session={session} me={person.id} place={place} words={words} />);
  return c.redirect(`/sessions/${sessionId}?in=${placeKey(place)}`, 303);
};

/** Sends the person to another page: htmx as a browser. */
const leaveFor = (c: Asked<SignedIn>, href: string): Response => {
  if (!isHtmx(c)) return c.redirect(href, 303);
  c.header('HX-Redirect', href);
  return c.body(null, 204);
};

const showRefusal = async (c: Asked<SignedIn>, session: OpenSession | null, refused: Refusal): Promise<Response> => {
  const { person, words } = c.var;
  const place = placeOfPage(c);
  const notice = reasonOf(refused, words);
  const status = statusOf(refused);
  if (!isHtmx(c)) return await showDesk(c, { place, session, notice, status });
  return c.html(
    <>
      <Notice text={notice} />
      {session && <Frame session={session} me={person.id} place={place} words={words} />}
    </>,
    status,
  );
};

type FrameProps = { session: OpenSession; me: string; place: Place; words: Words };

const Frame = ({ session, me, place, words }: FrameProps) => {
  const last = session.stretch.messages.at(-1);
  return (
    <>
      <SessionChanged session={session} me={me} messageId={newId()} place={place} words={words} />
      {last && <DeskMessageArticle message={last} words={words} />}
      <SessionItem row={session.row} words={words} />
    </>
  );
};
