import type { ItemImport } from '../../../src/apps/transfer/shape.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { AppPage } from '../app-page.tsx';
import { CancelImport } from './cancel.tsx';
import type { OfApp } from './of-app.ts';

/** Phases in which the product works by itself. */
type Working = 'reading' | 'writing' | 'undoing';

type Now = { found: ItemImport; state: Working; words: Words };

/** An import that is under way. The page looks again by itself, with scripts or without. */
export const ProgressPage = ({ found, state, notice, ...of }: OfApp & Now & { notice: string | undefined }) => {
  const { app, words } = of;
  return (
    <AppPage {...of} part="imports" title={words.transfer.progressTitle[state]}>
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
      {notice !== undefined && (
        <p class="error-summary" role="alert">
          {notice}
        </p>
      )}
      <p>
        <bdi>{found.name}</bdi>
      </p>
      <ImportNow found={found} state={state} words={words} />
      <p class="field-help">{words.transfer.leave}</p>
      {state !== 'undoing' && <CancelImport appId={app.id} id={found.id} words={words} />}
    </AppPage>
  );
};

/** How far it is: what is renewed every second. */
export const ImportNow = ({ found, state, words }: Now) => {
  const { progress, plan } = found;
  const { transfer } = words;
  const of = plan.numbers?.count ?? 0;
  return (
    <div
      id="import-now"
      class="import-now"
      hx-get={`/apps/${found.appId}/imports/${found.id}?phase=${state}`}
      hx-trigger="every 1s"
      hx-swap="outerHTML"
    >
      {state === 'reading' ? (
        <progress aria-label={transfer.progressTitle.reading} />
      ) : (
        <progress aria-label={transfer.progressTitle[state]} value={progress.written} max={Math.max(1, of)} />
      )}
      <p>
        {state === 'reading' && transfer.reading(progress.rows)}
        {state === 'writing' && transfer.writing(progress.written, of)}
        {state === 'undoing' && transfer.undoing(progress.written)}
        {state === 'reading' && progress.bad > 0 && ` ${transfer.readBad(progress.bad)}`}
      </p>
      {state === 'writing' && <p class="field-help">{transfer.hidden}</p>}
    </div>
  );
};
