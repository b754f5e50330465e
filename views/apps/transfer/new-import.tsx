import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { AppPage } from '../app-page.tsx';
import type { OfApp } from './of-app.ts';

type Props = OfApp & { megabytes: number; rows: number; error: string | undefined };

/** Where a file of items is given. */
export const NewImportPage = ({ megabytes, rows, error, ...of }: Props) => {
  const { app, words } = of;
  const { transfer } = words;
  const field = { name: 'file', label: transfer.file, help: transfer.fileHelp(megabytes, rows), error };
  return (
    <AppPage {...of} part="imports" title={transfer.newTitle}>
      <p>{transfer.lead}</p>
      <form class="form" method="post" action={`/apps/${app.id}/imports`} enctype="multipart/form-data">
        <ErrorSummary title={transfer.summary} errors={error ? { file: error } : {}} labels={{ file: field.label }} />
        <Field {...field}>
          <input
            id={fieldId('file')}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(field)}
          />
        </Field>
        <p class="field-help">{transfer.language}</p>
        <Button>{transfer.give}</Button>
      </form>
    </AppPage>
  );
};
