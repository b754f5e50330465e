import type { AuditLine } from '../../../src/audit/shapes.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { Empty } from '../../layout/empty.tsx';
import { AdminPage } from '../admin-page.tsx';
import { Entry } from './entry.tsx';
import { AuditFilterForm, type FilterProps } from './filter.tsx';
import { momentsIn } from './moment.ts';

type AuditProps = FilterProps & {
  lines: readonly AuditLine[];
  /** What is asked for as the page's address says it, without its page: what an export takes over. */
  query: Readonly<Record<string, string>>;
  /** Where the page starts; undefined at the beginning. */
  from: string | undefined;
  /** Where the next page starts. */
  after: string | undefined;
};

/** Who did what, the newest first. */
export const AuditLog = ({ lines, query, from, after, ...filter }: AuditProps) => {
  const { words } = filter;
  const tell = momentsIn(words.language, filter.zone);
  return (
    <AdminPage words={words} part="audit" title={words.audit.title}>
      <div class="audit-head">
        <AuditFilterForm {...filter} />
        <form method="post" action="/admin/audit/export">
          <Hidden values={query} />
          <Button kind="plain">{words.audit.download}</Button>
        </form>
      </div>
      <p class="field-help audit-zone">{words.audit.zone(filter.zone)}</p>
      {lines.length === 0 ? (
        <Nothing words={words} filtered={Object.keys(query).length > 0} />
      ) : (
        <ul class="audit-list" aria-label={words.audit.entries}>
          {lines.map((line) => (
            <Entry words={words} line={line} tell={tell} />
          ))}
        </ul>
      )}
      <Pages words={words} query={query} from={from} after={after} />
    </AdminPage>
  );
};

const Nothing = ({ words: { audit }, filtered }: { words: Words; filtered: boolean }) =>
  filtered ? (
    <Empty icon="search" title={audit.nothingFits} text={audit.nothingFitsText} />
  ) : (
    <Empty icon="clock" title={audit.none} text={audit.noneText} />
  );

const Pages = ({ words, query, from, after }: Pick<AuditProps, 'words' | 'query' | 'from' | 'after'>) =>
  from === undefined && after === undefined ? null : (
    <p class="toolbar">
      {from !== undefined && <a href={`/admin/audit?${new URLSearchParams(query)}`}>{words.people.firstPage}</a>}
      {after !== undefined && (
        <a href={`/admin/audit?${new URLSearchParams({ ...query, after })}`}>{words.people.nextPage}</a>
      )}
    </p>
  );
