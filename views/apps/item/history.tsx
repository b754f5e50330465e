import type { Words } from '../../../src/i18n/words.ts';
import { Time } from '../../layout/time.tsx';
import { Section } from './section.tsx';

/** A change of an item as somebody sees it; values in their words, null for nothing. */
export type ShownChange = {
  id: string;
  at: number;
  /** Null: the product itself. */
  who: string | null;
  kind: 'created' | 'changed' | 'deleted' | 'restored';
  /** The session in whose chat it was done; `href` where who looks may see it. */
  chat: { href: string | null } | null;
  /** Whether an import brought it. */
  imported: boolean;
  fields: readonly { name: string; before: string | null; after: string | null }[];
};

export type HistoryProps = {
  changes: readonly ShownChange[];
  /** The address of those before them; null where these are the first. */
  earlier: string | null;
  words: Words;
};

/** Who changed what of an item, from what to what, and when; the newest first. */
export const History = ({ changes, earlier, words }: HistoryProps) => (
  <Section id="history" title={words.items.history}>
    <ol class="changes">
      {changes.map((change) => (
        <Change change={change} words={words} />
      ))}
    </ol>
    {earlier !== null && (
      <p>
        <a href={earlier}>{words.items.historyEarlier}</a>
      </p>
    )}
  </Section>
);

const Change = ({
  change: { at, who, kind, chat, imported, fields },
  words,
}: {
  change: ShownChange;
  words: Words;
}) => (
  <li class="change">
    <p>
      <b>{who ?? words.items.historyProduct}</b> · {words.items.historyKinds[kind]}
      {imported && ` ${words.items.historyImported}`}
      {chat && ' '}
      {chat &&
        (chat.href === null ? words.items.historyFromChat : <a href={chat.href}>{words.items.historyFromChat}</a>)}
      {' · '}
      <Time at={at} kind="moment" words={words} />
    </p>
    {fields.length > 0 && (
      <dl class="change-fields">
        {fields.map((field) => (
          <div>
            <dt>{field.name}</dt>
            <dd>
              {field.before !== null && <del>{field.before}</del>}
              {field.before !== null && field.after !== null && <span aria-hidden="true"> → </span>}
              {field.after !== null && <ins>{field.after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    )}
  </li>
);
