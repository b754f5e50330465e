import type { ImportLine } from '../../../src/apps/transfer/imports.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Empty } from '../../layout/empty.tsx';
import { Time } from '../../layout/time.tsx';
import { AppPage } from '../app-page.tsx';
import type { OfApp } from './of-app.ts';

/** The last imports into an app; `mine`: who looks, whose own can be opened. */
export const ImportsPage = ({ imports, mine, ...of }: OfApp & { imports: readonly ImportLine[]; mine: string }) => {
  const { app, words } = of;
  const start = (
    <a class="button primary" href={`/apps/${app.id}/imports/new`}>
      {words.transfer.new}
    </a>
  );
  return (
    <AppPage {...of} part="imports" title={words.transfer.title} actions={imports.length > 0 && start}>
      {imports.length === 0 ? (
        <Empty icon="upload" title={words.transfer.none} text={words.transfer.noneText}>
          {start}
        </Empty>
      ) : (
        <ul class="list" aria-label={words.transfer.last}>
          {imports.map((one) => (
            <Line one={one} href={one.actorId === mine ? `/apps/${app.id}/imports/${one.id}` : null} words={words} />
          ))}
        </ul>
      )}
    </AppPage>
  );
};

const Line = ({ one, href, words }: { one: ImportLine; href: string | null; words: Words }) => (
  <li class="list-row">
    {href === null ? (
      <span class="list-main">
        <bdi>{one.name}</bdi>
      </span>
    ) : (
      <a class="list-main" href={href}>
        <bdi>{one.name}</bdi>
      </a>
    )}
    <span class="row-note">{stateText(one, words)}</span>
    <span class="list-aside">
      <bdi>{words.transfer.by(one.actor)}</bdi>, <Time at={one.createdAt} kind="moment" words={words} />
    </span>
  </li>
);

const stateText = ({ state, progress }: ImportLine, { transfer }: Words): string =>
  state === 'done' ? transfer.states.done(progress.written) : transfer.states[state];
