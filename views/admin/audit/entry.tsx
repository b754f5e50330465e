import type { AuditLine, AuditValue, Named } from '../../../src/audit/shapes.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { actionText, actorText, fieldText, valueText } from './text.ts';

type Told = { words: Words; tell: (at: number) => string };

/** One thing that was done: when and by whom, what to what, and what changed by it. */
export const Entry = ({ words, line, tell }: Told & { line: AuditLine }) => (
  <li class="audit-entry">
    <p class="audit-when">
      <time datetime={new Date(line.at).toISOString()}>{tell(line.at)}</time> <Actor words={words} line={line} />
    </p>
    <div class="audit-what">
      <p>
        <span class="audit-action">{actionText(words, line.action)}</span>
        {line.object && <Thing words={words} named={line.object} />}
      </p>
      <Changes words={words} tell={tell} line={line} />
    </div>
  </li>
);

const Thing = ({ words: { audit }, named }: { words: Words; named: Named }) => (
  <>
    {': '}
    <a href={`/admin/audit?object=${named.id}`} title={audit.everythingAbout(named.name)}>
      {named.name}
    </a>
    {named.gone && <span class="chip">{audit.gone}</span>}
  </>
);

const Actor = ({ words, line }: { words: Words; line: AuditLine }) =>
  line.actor ? (
    <a href={`/admin/audit?actor=${line.actor.id}`} title={words.audit.everythingBy(line.actor.name)}>
      {line.actor.name}
    </a>
  ) : (
    <a href="/admin/audit?product=yes">{actorText(words, line)}</a>
  );

const Changes = ({ words, tell, line: { action, changes } }: Told & { line: AuditLine }) => {
  if (changes.length === 0) return null;
  return (
    <dl class="audit-changes">
      {changes.map(({ field, before, after }) => (
        <div>
          <dt>{fieldText(words, action, field)}</dt>
          <dd>
            <Value words={words} tell={tell} value={before} as="del" />
            {before.kind !== 'nothing' && after.kind !== 'nothing' && <span aria-hidden="true"> → </span>}
            <Value words={words} tell={tell} value={after} as="ins" />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Value = ({ words, tell, value, as: Tag }: Told & { value: AuditValue; as: 'del' | 'ins' }) => {
  if (value.kind === 'nothing') return null;
  const { was, now } = words.audit;
  return (
    <Tag>
      <span class="sr-only">{Tag === 'del' ? was : now} </span>
      {valueText(words, value, tell)}
    </Tag>
  );
};
