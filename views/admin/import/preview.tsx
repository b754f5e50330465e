import type { Words } from '../../../src/i18n/words.ts';
import type { Waiting } from '../../../src/people/import/shape.ts';
import { Button } from '../../form/button.tsx';
import { AdminPage } from '../admin-page.tsx';
import { BadRows } from './bad-rows.tsx';

/** Somebody who will be added, with the names of the groups and units. */
export type Shown = { name: string; email: string; groups: readonly string[]; units: readonly string[] };

type PreviewProps = {
  words: Words;
  id: string;
  waiting: Pick<Waiting, 'bad' | 'badCount' | 'unused'>;
  count: number;
  first: readonly Shown[];
  /** Why nobody was added although it was confirmed. */
  notice?: string | undefined;
};

/** What a file of people would change, before anything is changed. */
export const PreviewImport = ({ words, id, waiting, count, first, notice }: PreviewProps) => {
  const texts = words.joining.import;
  return (
    <AdminPage words={words} part="users" title={texts.preview}>
      {notice !== undefined && (
        <p class="error-summary" role="alert">
          {notice}
        </p>
      )}
      <p>{count === 0 ? texts.nobody : texts.good(count)}</p>
      {waiting.unused.length > 0 && <p class="field-help">{texts.unused(waiting.unused.join(', '))}</p>}
      <form class="toolbar" method="post" action={`/admin/users/import/${id}`}>
        {count > 0 && <Button>{texts.confirm(count)}</Button>}
        <a class="button" href="/admin/users/import">
          {texts.other}
        </a>
      </form>
      {waiting.badCount > 0 && <BadRows words={words} rows={waiting.bad} count={waiting.badCount} />}
      {first.length > 0 && <First words={words} people={first} />}
    </AdminPage>
  );
};

const First = ({ words, people }: { words: Words; people: readonly Shown[] }) => (
  <section class="form-section" aria-labelledby="first-title">
    <h2 id="first-title">{words.joining.import.first}</h2>
    <ul class="list">
      {people.map(({ name, email, groups, units }) => (
        <li class="list-row">
          <span class="list-main">{name}</span>
          <span class="list-aside">{email}</span>
          {groups.length + units.length > 0 && <span class="row-note">{[...groups, ...units].join(', ')}</span>}
        </li>
      ))}
    </ul>
  </section>
);
