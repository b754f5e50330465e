import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Desk, type DeskList } from '../../../views/desk/desk.tsx';
import { placeTitle } from '../../../views/desk/place.ts';
import type { Reader } from '../../db/doors.ts';
import { newId } from '../../id.ts';
import { recordsOf } from '../../records/of-session.ts';
import { countersWith } from '../../sessions/counters.ts';
import { boxesOf, listBox, listWaiting } from '../../sessions/list.ts';
import { deskBoxes } from '../../sessions/navigation.ts';
import type { DeskBoxes, LineBox, OpenSession, Place, SessionPage } from '../../sessions/shapes.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isAgain } from '../htmx.ts';
import { page } from '../page.tsx';

type Shown = {
  place: Place;
  session?: OpenSession | null;
  /** A session that is not the person's any more, and what they had typed there. */
  gone?: { id: string; typed: string };
  /** The cursor of the list's page. */
  after?: string | undefined;
  /** A message that was refused: what was typed, and why. */
  refused?: { text: string; reason: string };
  notice?: string;
  status?: ContentfulStatusCode;
};

/** The desk as a whole page; 404 for a list that the person does not have. */
export const showDesk = async (c: Asked<SignedIn>, shown: Shown): Promise<Response> => {
  const { house, person, words } = c.var;
  const db = house.db.read;
  const boxes = await deskBoxes(db, person.id);
  // A list that is not the person's any more makes room on an open page; who asks for it anew finds none.
  const beside = shown.session || shown.gone || isAgain(c);
  const place = beside ? placeBeside(shown.place, boxes) : shown.place;
  const list = await listAt(db, person.id, place, boxes, shown.after);
  if (!list) return c.notFound();
  const session = shown.session ?? null;
  const title = session ? session.row.client.name : placeTitle(place, boxes, words);
  const desk = (
    <Desk
      boxes={boxes}
      place={place}
      list={list}
      session={session}
      records={session && (await recordsOf(db, person.id, session.row))}
      gone={shown.gone}
      me={person.id}
      mayAddLines={person.administrator}
      maySettings={person.administrator || supervises(boxes, place)}
      messageId={newId()}
      words={words}
      refused={shown.refused}
    />
  );
  const counters = await countersWith(db, person.id, boxes);
  return await page(c, { title, section: 'lines', children: desk, notice: shown.notice, counters }, shown.status);
};

/** The list of a place; undefined when the person has no such list. */
const listAt = async (
  db: Reader,
  personId: string,
  place: Place,
  boxes: DeskBoxes,
  after?: string,
): Promise<DeskList | undefined> => {
  if (place.box === 'waiting') return { kind: 'box', page: await listWaiting(db, personId, after) };
  if (place.box === 'line') return await sectionsOf(db, personId, place.lineId, boxes);
  const found = await listBox(db, personId, place.lineId, place.box, after);
  return found && { kind: 'box', page: found };
};

const sectionsOf = async (
  db: Reader,
  personId: string,
  lineId: string,
  boxes: DeskBoxes,
): Promise<DeskList | undefined> => {
  const line = boxes.lines.find((known) => known.line.id === lineId);
  if (!line) return undefined;
  const sections: { box: LineBox; page: SessionPage }[] = [];
  for (const box of boxesOf({ operator: line.operates, supervisor: line.supervises })) {
    const found = await listBox(db, personId, lineId, box);
    if (found) sections.push({ box, page: found });
  }
  return { kind: 'line', sections };
};

/** A session keeps its page when the list beside it is no longer the person's: then "Waiting for you" stands there. */
const placeBeside = (place: Place, boxes: DeskBoxes): Place => {
  if (place.box === 'waiting') return place;
  const line = boxes.lines.find((known) => known.line.id === place.lineId);
  const has = line && (place.box === 'line' || line.boxes.some((known) => known.box === place.box));
  return has ? place : { box: 'waiting' };
};

const supervises = (boxes: DeskBoxes, place: Place): boolean =>
  'lineId' in place && boxes.lines.some((known) => known.line.id === place.lineId && known.supervises);
