import type { Words } from '../../src/i18n/words.ts';
import type { SessionRecords } from '../../src/records/shapes.ts';
import type { DeskBoxes, LineBox, OpenSession, Place, SessionPage } from '../../src/sessions/shapes.ts';
import { SessionGone } from '../streams/session-gone.tsx';
import { Boxes } from './boxes.tsx';
import { ListPane } from './list-pane.tsx';
import { NoSession, SessionPane } from './session-pane.tsx';

/** What the desk shows in its list: one box, or all boxes of a line below each other. */
export type DeskList =
  | { kind: 'box'; page: SessionPage }
  | { kind: 'line'; sections: readonly { box: LineBox; page: SessionPage }[] };

export type DeskProps = {
  boxes: DeskBoxes;
  place: Place;
  list: DeskList;
  /** null while none is chosen. */
  session: OpenSession | null;
  /** What stands beside the session of items. */
  records: SessionRecords | null;
  /** A session that is not the viewer's any more, and what they had typed there. */
  gone?: { id: string; typed: string } | undefined;
  /** The viewer's id. */
  me: string;
  mayAddLines: boolean;
  /** Whether the viewer may open the settings of the line in `place`. */
  maySettings: boolean;
  /** A fresh id for the next message. */
  messageId: string;
  words: Words;
  /** After a refused message without scripts: what was typed, and why not. */
  refused?: { text: string; reason: string } | undefined;
};

/** The desk, `<main>` of its page: lines and boxes, a list, the conversation. Narrow screens show fewer of them at a time. */
export const Desk = (props: DeskProps) => (
  <main id="main" class="desk">
    <Boxes boxes={props.boxes} place={props.place} mayAddLines={props.mayAddLines} words={props.words} />
    <ListPane {...props} />
    <Centre {...props} />
  </main>
);

const Centre = (props: DeskProps) => {
  const { session, records, gone, words } = props;
  if (session && records) return <SessionPane {...props} session={session} records={records} />;
  return gone ? <NotTheirs gone={gone} words={words} /> : <NoSession words={words} />;
};

const NotTheirs = ({ gone, words }: { gone: { id: string; typed: string }; words: Words }) => (
  <div id="session-pane" class="session-pane">
    <SessionGone id={gone.id} now={{ state: 'unassigned', owner: null }} typed={gone.typed} words={words} />
  </div>
);
