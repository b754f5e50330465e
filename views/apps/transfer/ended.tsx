import type { ItemImport } from '../../../src/apps/transfer/shape.ts';
import { Button } from '../../form/button.tsx';
import { AppPage } from '../app-page.tsx';
import { BadRows, type SaidRow } from './bad-rows.tsx';
import type { OfApp } from './of-app.ts';

type Props = OfApp & {
  found: ItemImport;
  state: 'done' | 'cancelled' | 'failed';
  /** Why it failed, in words. */
  why: string | undefined;
  bad: readonly SaidRow[];
};

/** What an import came to. */
export const EndedPage = ({ found, state, why, bad, ...of }: Props) => {
  const { app, words } = of;
  const { transfer } = words;
  const address = `/apps/${app.id}/imports/${found.id}`;
  const count = found.plan.found?.bad ?? 0;
  return (
    <AppPage {...of} part="imports" title={transfer[`${state}Title`]}>
      <p class={state === 'failed' ? 'error-summary' : 'notice'} role="status">
        {state === 'done' ? transfer.done(found.progress.written) : (why ?? transfer.cancelled)}
      </p>
      <div class="buttons import-steps">
        {state === 'failed' && found.fileId !== null && (
          <form method="post" action={`${address}/columns`}>
            <Button>{transfer.change}</Button>
          </form>
        )}
        {state === 'done' && (
          <a class="button primary" href={`/apps/${app.id}`}>
            {transfer.toList}
          </a>
        )}
        <a class="button" href={`/apps/${app.id}/imports/new`}>
          {transfer.other}
        </a>
      </div>
      {state !== 'cancelled' && count > 0 && (
        <BadRows rows={bad} count={count} skipped={state === 'done'} download={`${address}/bad-rows`} words={words} />
      )}
    </AppPage>
  );
};
