import type { Chip } from '../../../../views/apps/list/chips.tsx';
import type { App } from '../../../apps/app.ts';
import type { Field } from '../../../apps/fields/field.ts';
import type { Names } from '../../../apps/fields/names.ts';
import { formatDate } from '../../../apps/fields/shown/format.ts';
import { nameText, shownText } from '../../../apps/fields/shown/text.ts';
import type { Filter, Question } from '../../../apps/list/question.ts';
import type { Words } from '../../../i18n/words.ts';

/** The filters of a question in words, each with the list without it. */
export const chipsOf = (
  app: App,
  question: Question,
  names: Names,
  words: Words,
  href: (change: Partial<Question>) => string,
): Chip[] => {
  const { filters, text } = question;
  const chips = filters.flatMap((filter): Chip[] => {
    const field = app.fields.find(({ n }) => n === filter.field);
    const rest = filters.filter((one) => one !== filter);
    return field ? [{ text: filterText(field, filter, names, words), href: href({ filters: rest }) }] : [];
  });
  return text === '' ? chips : [{ text: words.itemList.said.text(text), href: href({ text: '' }) }, ...chips];
};

const filterText = (field: Field, filter: Filter, names: Names, words: Words): string => {
  const { said, periods, operators, me } = words.itemList;
  switch (filter.is) {
    case 'contains':
    case 'equals':
    case 'begins':
      return said[filter.is](field.name, filter.text);
    case 'any':
      return said.is(
        field.name,
        filter.of.map((id) => (id === 'me' ? me : nameText(field, id, names, words))).join(', '),
      );
    case 'between':
      return stretchText(field, filter, (value) => shownText(field, value, names, words), words);
    case 'days':
      return stretchText(field, filter, (day) => formatDate(day, words), words);
    case 'period':
      return said.is(field.name, periods[filter.period]);
    case 'yes':
    case 'no':
      return said.is(field.name, operators[filter.is]);
    default:
      return said[filter.is](field.name);
  }
};

const stretchText = <T>(
  { name }: Field,
  { from, to }: { from: T | null; to: T | null },
  shown: (value: T) => string,
  { itemList: { said } }: Words,
): string => {
  if (from === null) return to === null ? name : said.to(name, shown(to));
  if (to === null) return said.from(name, shown(from));
  return from === to ? said.is(name, shown(from)) : said.between(name, shown(from), shown(to));
};
