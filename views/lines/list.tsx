import type { Words } from '../../src/i18n/words.ts';
import type { ListedLine } from '../../src/lines/read.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Empty } from '../layout/empty.tsx';

type Props = { lines: readonly ListedLine[]; words: Words };

/** All lines of the company, for whoever configures them. */
export const LineListPage = ({ lines, words }: Props) => (
  <main id="main" class="page">
    <header class="page-head">
      <h1>{words.lines.title}</h1>
      <a class="button primary" href="/lines/new">
        <Icon name="plus" />
        {words.common.add}
      </a>
    </header>
    {lines.length === 0 ? (
      <Empty icon="headset" title={words.lines.none} text={words.lines.noneHelp} />
    ) : (
      <LineList lines={lines} words={words} />
    )}
  </main>
);

/** The lines themselves, each with the way to its settings. */
const LineList = ({ lines, words }: Props) => (
  <ul class="rows" aria-label={words.lines.title}>
    {lines.map((line) => (
      <li class="row">
        <Avatar id={line.id} name={line.name} src={line.avatarAddress} />
        <div class="row-main">
          <strong id={`line-${line.id}`}>{line.name}</strong>
          {line.description !== '' && <p class="row-note">{line.description}</p>}
        </div>
        {line.archivedAt !== null && <span class="mark">{words.lines.archived}</span>}
        {line.archivedAt === null && !line.operated && <span class="mark warn">{words.lines.ringsNobody}</span>}
        <a class="button" href={`/lines/${line.id}/settings`} aria-describedby={`line-${line.id}`}>
          {words.common.settings}
        </a>
      </li>
    ))}
  </ul>
);
