import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { AdminPage } from '../admin-page.tsx';
import { InvitationLinks } from './invitation-links.tsx';

export type StartProps = {
  words: Words;
  limits: { megabytes: number; rows: number };
  /** What was pasted and refused. */
  text: string;
  error?: string | undefined;
  /** What the error is about; left out: what was pasted, where something was. */
  at?: 'file' | 'text' | undefined;
  /** People who were invited and have not come. */
  invited: number;
  invitationDays: number;
};

/** Where a file of people is given, or pasted. */
export const StartImport = ({
  words,
  limits,
  text,
  error,
  at = text === '' ? 'file' : 'text',
  invited,
  invitationDays,
}: StartProps) => {
  const { joining, people } = words;
  const texts = joining.import;
  const errors: FormErrors = error === undefined ? {} : { [at]: error };
  const file = {
    name: 'file',
    label: texts.file,
    help: texts.fileHelp(limits.megabytes, limits.rows),
    error: errors['file'],
  };
  const pasted = { name: 'text', label: texts.text, help: texts.textHelp, error: errors['text'] };
  return (
    <AdminPage words={words} part="users" title={texts.title}>
      <p>{texts.lead}</p>
      <form class="form" method="post" action="/admin/users/import" enctype="multipart/form-data">
        <ErrorSummary title={people.summary} errors={errors} labels={{ file: texts.file, text: texts.text }} />
        <Field {...file}>
          <input
            id={fieldId('file')}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-invalid={file.error ? 'true' : undefined}
            aria-describedby={describedBy(file)}
          />
        </Field>
        <Field {...pasted}>
          <textarea
            class="input"
            id={fieldId('text')}
            name="text"
            rows={6}
            spellcheck={false}
            aria-invalid={pasted.error ? 'true' : undefined}
            aria-describedby={describedBy(pasted)}
          >
            {text}
          </textarea>
        </Field>
        <details>
          <summary>{texts.example}</summary>
          <pre class="sample">{texts.sample}</pre>
        </details>
        <Button>{texts.read}</Button>
      </form>
      {invited > 0 && (
        <section class="form-section" aria-labelledby="invited-title">
          <h2 id="invited-title">{texts.invited}</h2>
          <p>{texts.waiting(invited)}</p>
          <InvitationLinks words={words} days={invitationDays} />
        </section>
      )}
    </AdminPage>
  );
};
