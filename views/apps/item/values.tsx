import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { Doc } from '../../../src/apps/fields/value.ts';
import type { ItemAttachment } from '../../../src/apps/items/attachments.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Files } from '../../conversation/files.tsx';
import { FieldValue } from '../fields/field-value.tsx';

type Props = {
  fields: readonly Field[];
  doc: Doc;
  names: Names;
  files: ReadonlyMap<string, ItemAttachment>;
  words: Words;
};

/** What an item holds, field by field; images of it are seen at once. */
export const ItemValues = ({ fields, doc, names, files, words }: Props) => (
  <dl class="item-values">
    {fields.map((field) => {
      const value = doc[String(field.n)];
      const attached =
        field.kind === 'files' && typeof value === 'object' ? value.flatMap((id) => files.get(id) ?? []) : [];
      return (
        <div>
          <dt>{field.name}</dt>
          <dd>
            {attached.length > 0 ? (
              <Files files={attached} words={words} />
            ) : (
              <FieldValue field={field} value={value} names={names} words={words} />
            )}
          </dd>
        </div>
      );
    })}
  </dl>
);
