import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { valueIn } from '../../../src/apps/fields/shown/value-in.ts';
import type { Item } from '../../../src/apps/items/item.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { Time } from '../../layout/time.tsx';
import { FieldValue } from '../fields/field-value.tsx';

/** A column of a list: how its head says that, and where a press on it leads. */
export type ShownColumn = {
  label: string;
  of: 'title' | 'number' | 'created' | 'changed' | Field;
  sort: { href: string; sorted: 'ascending' | 'descending' | undefined };
};

/** The items of a page. `number` tells an item's number as the app writes it. */
export type Rows = {
  items: readonly Item[];
  columns: readonly ShownColumn[];
  names: Names;
  number: (item: Item) => string;
  words: Words;
};

/** Items under their columns; on a phone each is a card, with the columns' names beside what they hold. */
export const ItemTable = (rows: Rows) => (
  <section class="list-scroll" aria-label={rows.words.itemList.items} tabindex={0}>
    <table class="items" aria-label={rows.words.itemList.items}>
      <thead>
        <tr>
          {rows.columns.map((column) => (
            <Head column={column} words={rows.words} />
          ))}
        </tr>
      </thead>
      <tbody id="list-rows">
        <ItemRows {...rows} />
      </tbody>
    </table>
  </section>
);

/** The rows alone. */
export const ItemRows = (rows: Rows) => (
  <>
    {rows.items.map((item) => (
      <tr id={`item-${item.id}`}>
        {rows.columns.map((column) =>
          column.of === 'title' ? (
            <th scope="row">
              <a href={`/items/${item.id}`}>
                <bdi>{item.title}</bdi>
              </a>
            </th>
          ) : (
            <td class={typeof column.of === 'object' ? `kind-${column.of.kind}` : undefined} data-label={column.label}>
              <Cell {...rows} item={item} of={column.of} />
            </td>
          ),
        )}
      </tr>
    ))}
  </>
);

const Head = ({ column: { label, sort, of }, words: { itemList } }: { column: ShownColumn; words: Words }) => (
  <th scope="col" aria-sort={sort.sorted} class={typeof of === 'object' ? `kind-${of.kind}` : undefined}>
    <a href={sort.href}>
      {label}
      {sort.sorted && (
        <>
          <Icon name={sort.sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} />
          <span class="sr-only">{sort.sorted === 'ascending' ? itemList.sortedUp : itemList.sortedDown}</span>
        </>
      )}
    </a>
  </th>
);

const Cell = ({ item, of, names, number, words }: Rows & { item: Item; of: Exclude<ShownColumn['of'], 'title'> }) => {
  switch (of) {
    case 'number':
      return <>{number(item)}</>;
    case 'created':
      return <Time at={item.createdAt} kind="date" words={words} />;
    case 'changed':
      return <Time at={item.updatedAt} kind="moment" words={words} />;
    default:
      return <FieldValue field={of} value={valueIn(item.doc, of)} names={names} words={words} />;
  }
};
