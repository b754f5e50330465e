import type { Words } from '../../src/i18n/words.ts';
import type { DeskBoxes, DeskLine, Place } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Empty } from '../layout/empty.tsx';
import { BoxCount, WaitingCount } from './box-count.tsx';
import { placeHref, placeKey } from './place.ts';

type BoxesProps = { boxes: DeskBoxes; place: Place; mayAddLines: boolean; words: Words };

/** Every line of the person with its boxes. Its links fill the desk anew; on narrow screens it lies behind the list. */
export const Boxes = ({ boxes, place, mayAddLines, words }: BoxesProps) => (
  <nav
    id="boxes"
    class="pane boxes"
    aria-label={words.desk.boxes}
    hx-boost:inherited="true"
    hx-target:inherited="#main"
    hx-select:inherited="#main"
    hx-swap:inherited="outerMorph"
  >
    <div class="pane-head">
      <h2 class="pane-title">{words.common.lines}</h2>
      {mayAddLines && (
        <a class="button" href="/lines/new" hx-boost="false">
          <Icon name="plus" /> {words.desk.addLine}
        </a>
      )}
      <a class="icon-button narrow" href="#main" aria-label={words.common.close}>
        <Icon name="x" />
      </a>
    </div>
    <div class="boxes-scroll">
      <a class="box" href="/lines" aria-current={place.box === 'waiting' ? 'page' : undefined}>
        <Icon name="inbox" />
        <span class="box-name" aria-hidden="true">
          {words.desk.box.waiting}
        </span>
        <WaitingCount count={boxes.waiting} words={words} />
      </a>
      {boxes.lines.map((line) => (
        <LineBoxes of={line} at={placeKey(place)} words={words} />
      ))}
      {boxes.lines.length === 0 && (
        <Empty icon="headset" {...(mayAddLines ? words.desk.empty.linesAdd : words.desk.empty.lines)} />
      )}
      {mayAddLines && (
        <a class="box" href="/lines/all" hx-boost="false">
          <Icon name="settings" />
          <span class="box-name">{words.lines.allLines}</span>
        </a>
      )}
    </div>
  </nav>
);

const LineBoxes = ({ of: { line, boxes }, at, words }: { of: DeskLine; at: string; words: Words }) => (
  <div class="line-boxes">
    <a
      class="line-link"
      href={placeHref({ box: 'line', lineId: line.id })}
      aria-current={at === line.id ? 'page' : undefined}
    >
      <Avatar id={line.id} name={line.name} src={line.avatar} size="small" />
      <span class="line-name">{line.name}</span>
      {line.archived && (
        <span class="hint" aria-hidden="true">
          {words.desk.archived}
        </span>
      )}
    </a>
    {boxes.length > 0 && (
      <ul>
        {boxes.map(({ box, count }) => (
          <li>
            <a
              class="box"
              href={placeHref({ box, lineId: line.id })}
              aria-current={at === `${line.id}.${box}` ? 'page' : undefined}
            >
              <span class="box-name" aria-hidden="true">
                {words.desk.box[box]}
              </span>
              <BoxCount line={line} box={box} count={count} words={words} />
            </a>
          </li>
        ))}
      </ul>
    )}
  </div>
);
