import type { Words } from '../../src/i18n/words.ts';
import type { DeskBoxes, LineBox, SessionPage } from '../../src/sessions/shapes.ts';
import { SessionList } from './session-list.tsx';

type SectionsProps = {
  sections: readonly { box: LineBox; page: SessionPage }[];
  place: { box: 'line'; lineId: string };
  boxes: DeskBoxes;
  current?: string | undefined;
  words: Words;
};

/** All boxes of a line as sections of one list. */
export const SessionSections = ({ sections, place, boxes, current, words }: SectionsProps) => (
  <ul class="sections" aria-label={words.desk.sessions}>
    {sections.map(({ box, page }) => (
      <li>
        <h2 class="section-title">{words.desk.box[box]}</h2>
        <SessionList
          page={page}
          place={place}
          box={box}
          boxes={boxes}
          current={current}
          label={words.desk.box[box]}
          words={words}
        />
      </li>
    ))}
  </ul>
);
