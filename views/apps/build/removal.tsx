import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import type { BoundLine } from '../../../src/apps/qualify.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import type { FormErrors } from '../../form/error-summary.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { AppPage } from '../app-page.tsx';
import { RelyingLines } from './relying.tsx';

type Props = {
  app: App;
  may: AppMay;
  field: Field;
  /** How many items hold a value in it, and how many saved views use it. */
  items: number;
  views: number;
  /** What items will be called, where the field stands in their title; else null. */
  title: string | null;
  lines: readonly BoundLine[];
  errors: FormErrors;
  words: Words;
};

/** What goes with a field, before it goes. */
export const RemovalPage = ({ app, may, field, items, views, title, lines, errors, words }: Props) => {
  const { apps } = words;
  const own = `/apps/${app.id}/fields/${field.id}`;
  return (
    <AppPage app={app} part="fields" may={may} administrator words={words} title={apps.removeOf(field.name)}>
      <RelyingLines lines={lines} words={words} />
      <ErrorSummary title={apps.notSaved} errors={errors} />
      <ul class="findings">
        <li>{apps.holding(items)}</li>
        {views > 0 && <li>{apps.removeInViews(views)}</li>}
        {title !== null && <li>{apps.removeInTitle(title)}</li>}
      </ul>
      <p>{apps.removeHelp}</p>
      <form class="form" method="post" action={`${own}/removal`}>
        <div class="buttons">
          {lines.length === 0 && <Button kind="danger">{apps.removeConfirm(field.name)}</Button>}
          <a class="button" href={own}>
            {words.common.cancel}
          </a>
        </div>
      </form>
    </AppPage>
  );
};
