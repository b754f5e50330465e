import type { Item } from '../../../src/apps/items/item.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Time } from '../../layout/time.tsx';

type Props = { item: Item; number: string; people: ReadonlyMap<string, { name: string }>; words: Words };

/** An item's number, and who made and changed it last, and when. */
export const About = ({ item, number, people, words }: Props) => {
  const by = (id: string | null) => {
    const name = id === null ? undefined : people.get(id)?.name;
    return name === undefined ? words.items.byProduct : words.items.by(name);
  };
  return (
    <p class="item-about">
      {!item.title.includes(number) && `${words.items.number}: ${number} · `}
      {words.items.created} <Time at={item.createdAt} kind="moment" words={words} /> {by(item.createdBy)}
      {item.version > 1 && (
        <>
          {' · '}
          {words.items.changed} <Time at={item.updatedAt} kind="moment" words={words} /> {by(item.updatedBy)}
        </>
      )}
    </p>
  );
};
