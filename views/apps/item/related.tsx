import type { Related } from '../../../src/apps/items/related.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { Section } from './section.tsx';

/** Items that an item is tied to by one field, with the address of the list of all of them. */
export type ShownRelation = Related & { list: string | null };

type Props = { relations: readonly ShownRelation[]; words: Words };

/** The items that an item is tied to, in both directions. */
export const RelatedItems = ({ relations, words }: Props) => (
  <Section id="related" title={words.items.related}>
    {relations.length === 0 && <p class="field-note">{words.items.relatedNone}</p>}
    {relations.map(({ way, app, field, items, count, list }) => (
      <div class="relation">
        <h3>
          <Icon name={app.icon} />
          {way === 'to' ? field.name : words.items.relatedOf(app.name, field.name)}
        </h3>
        <ul>
          {items.map(({ id, title }) => (
            <li>
              <a href={`/items/${id}`}>{title}</a>
            </li>
          ))}
        </ul>
        {list !== null && (
          <p>
            <a href={list}>{words.items.relatedAll(count)}</a>
          </p>
        )}
      </div>
    ))}
  </Section>
);
