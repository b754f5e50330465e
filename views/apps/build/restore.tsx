import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { TextField } from '../../form/text-field.tsx';
import { AppPage } from '../app-page.tsx';
import { fieldLabels } from './field-form.tsx';

type Props = { app: App; may: AppMay; field: Field; typed: string; errors: FormErrors; words: Words };

/** A removed field that cannot come back as it was called: another has the name now. */
export const RestorePage = ({ app, may, field, typed, errors, words }: Props) => (
  <AppPage {...{ app, may, words }} part="fields" administrator title={words.apps.bringBackNamed(field.name)}>
    <form class="form" method="post" action={`/apps/${app.id}/fields/${field.id}/restoration`}>
      <ErrorSummary title={words.apps.notSaved} errors={errors} labels={fieldLabels(words)} />
      <TextField
        name="name"
        label={words.apps.newName}
        error={errors['name']}
        value={typed}
        autocomplete="off"
        autofocus
      />
      <Button>{words.apps.bringBack}</Button>
    </form>
  </AppPage>
);
