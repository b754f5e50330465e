import { called } from '../../../views/conversation/card.tsx';
import { DeskMessageArticle } from '../../../views/desk/message.tsx';
import { placeKey } from '../../../views/desk/place.ts';
import { Notice } from '../../../views/layout/notices.tsx';
import { RecordsChanged } from '../../../views/records/session-records.tsx';
import { OfSession } from '../../../views/streams/of-session.tsx';
import { recordsOf } from '../../records/of-session.ts';
import type { RecordDone } from '../../records/refusal.ts';
import { openSession } from '../../sessions/open.ts';
import { placeOfPage } from '../desk/place.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isHtmx } from '../htmx.ts';

/** Answers what was done with an item beside a session: with htmx as the live stream tells everybody else, else as the session's page. */
export const answerDone = async (
  c: Asked<SignedIn>,
  sessionId: string,
  what: 'created' | 'linked' | 'unlinked',
  { item, message: told }: RecordDone,
): Promise<Response> => {
  const { house, person, words } = c.var;
  if (!isHtmx(c)) return c.redirect(`/sessions/${sessionId}?in=${placeKey(placeOfPage(c))}#newest`, 303);
  const db = house.db.read;
  const session = await openSession(db, person, sessionId);
  const message = session?.stretch.messages.find(({ id }) => id === told);
  const records = session && (await recordsOf(db, person.id, session.row));
  return c.html(
    <>
      <Notice text={words.records.done[what](called(item.number, item.title))} />
      {records && <RecordsChanged sessionId={sessionId} records={records} words={words} />}
      {message && (
        <OfSession id={message.sessionId}>
          <DeskMessageArticle message={message} words={words} />
        </OfSession>
      )}
    </>,
  );
};
