import { Icon } from '../icons/icon.tsx';
import { Empty } from '../layout/empty.tsx';
import type { DeskProps } from './desk.tsx';
import { lineName, placeTitle } from './place.ts';
import { SessionList } from './session-list.tsx';
import { SessionSections } from './session-sections.tsx';

/** The list of the place where one stands, below what the place is called. */
export const ListPane = ({ boxes, place, list, session, maySettings, words }: DeskProps) => (
  <section class="pane list-pane" aria-labelledby="list-title">
    <div class="pane-head">
      <a class="icon-button narrow" href="#boxes" aria-label={words.desk.boxes}>
        <Icon name="panel-left" />
      </a>
      <h1 id="list-title" class="pane-title">
        {'lineId' in place && place.box !== 'line' && <span class="pane-over">{lineName(place.lineId, boxes)}</span>}
        {placeTitle(place, boxes, words)}
      </h1>
      {'lineId' in place && maySettings && (
        <a
          class="icon-button list-settings"
          href={`/lines/${place.lineId}/settings`}
          aria-label={words.desk.lineSettings}
        >
          <Icon name="settings" />
        </a>
      )}
    </div>
    <div class="list-scroll">
      {list.kind === 'box' && place.box !== 'line' && (
        <SessionList
          page={list.page}
          place={place}
          box={place.box}
          boxes={boxes}
          current={session?.row.id}
          words={words}
        />
      )}
      {list.kind === 'line' &&
        place.box === 'line' &&
        (list.sections.length === 0 ? (
          <Empty icon="headset" {...words.desk.empty.line} />
        ) : (
          <SessionSections
            sections={list.sections}
            place={place}
            boxes={boxes}
            current={session?.row.id}
            words={words}
          />
        ))}
    </div>
  </section>
);
