import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { mailHref, phoneHref, webHref } from '../../../src/apps/fields/shown/href.ts';
import { nameText, shownText } from '../../../src/apps/fields/shown/text.ts';
import type { Value } from '../../../src/apps/fields/value.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Text } from '../../conversation/text.tsx';

export type FieldValueProps = { field: Field; value: Value | undefined; names: Names; words: Words };

/** What a field holds, to read: with links to what it names, and nothing in it is ever taken for markup. */
export const FieldValue = ({ field, value, names, words }: FieldValueProps) => {
  if (value === undefined) return <Nothing words={words} />;
  if (typeof value === 'object') return <Several {...{ field, names, words }} ids={value} />;
  if (field.kind === 'date-time' && typeof value === 'number')
    return (
      <time datetime={new Date(value).toISOString()} data-time="moment">
        {shownText(field, value, names, words)}
      </time>
    );
  if (typeof value !== 'string') return <>{shownText(field, value, names, words)}</>;
  switch (field.kind) {
    case 'long-text':
      return <Text text={value} />;
    case 'phone':
      return <Linked href={phoneHref(value)} text={value} />;
    case 'email':
      return <Linked href={mailHref(value)} text={value} />;
    case 'link':
      return <Linked href={webHref(value)} text={value} away />;
    case 'date':
      return <time datetime={value}>{shownText(field, value, names, words)}</time>;
    case 'text':
      return <bdi class="field-text">{value}</bdi>;
    default:
      return <One {...{ field, names, words }} id={value} />;
  }
};

const Several = ({ ids, ...one }: Omit<FieldValueProps, 'value'> & { ids: readonly string[] }) => (
  <ul class="field-values">
    {ids.map((id) => (
      <li>
        <One {...one} id={id} />
      </li>
    ))}
  </ul>
);

const One = ({ field, id, names, words }: Omit<FieldValueProps, 'value'> & { id: string }) => {
  const { href = null, gone } = names.nameOf(field, id);
  const text = nameText(field, id, names, words);
  return gone ? <span class="field-gone">{text}</span> : <Linked href={href} text={text} />;
};

/** `away`: it leads out of the product. */
const Linked = ({ href, text, away = false }: { href: string | null; text: string; away?: boolean }) => {
  if (href === null) return <bdi class="field-text">{text}</bdi>;
  const out = away ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
  return (
    <a class="field-text" href={href} {...out}>
      <bdi>{text}</bdi>
    </a>
  );
};

const Nothing = ({ words }: { words: Words }) => (
  <span class="field-empty">
    <span aria-hidden="true">—</span>
    <span class="sr-only">{words.fields.empty}</span>
  </span>
);
