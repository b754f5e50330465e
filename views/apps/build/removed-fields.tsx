import type { App } from '../../../src/apps/app.ts';
import type { RemovedField } from '../../../src/apps/build/remove.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Time } from '../../layout/time.tsx';

type Props = { app: App; removed: readonly (RemovedField & { kind: string })[]; words: Words };

/** What was removed and can still come back: who did it, and until when. */
export const RemovedFields = ({ app, removed, words }: Props) =>
  removed.length > 0 ? (
    <section class="form-section" aria-labelledby="removed">
      <div>
        <h2 id="removed">{words.apps.removed}</h2>
        <p class="field-help">{words.apps.removedHelp}</p>
      </div>
      <ul class="rows">
        {removed.map(({ field, kind, removedAt, until, removedBy }) => (
          <li class="row">
            <div class="row-main">
              <strong>{field.name}</strong>
              <p class="row-note">
                {kind} · {removedBy === null ? words.apps.removedByProduct : words.apps.removedBy(removedBy)},{' '}
                <Time at={removedAt} kind="date" words={words} /> · {words.apps.goneOn}{' '}
                <Time at={until} kind="date" words={words} />
              </p>
            </div>
            <form method="post" action={`/apps/${app.id}/fields/${field.id}/restoration`}>
              <button type="submit" class="button" aria-label={words.apps.bringBackNamed(field.name)}>
                {words.apps.bringBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
