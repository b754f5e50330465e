import type { AuditLine, AuditValue, Named } from '../../../src/audit/shapes.ts';
import type { Words } from '../../../src/i18n/words.ts';

/** What was done, in words; another version's action stands as it was written. */
export const actionText = ({ audit }: Words, action: string): string => wordOf(audit.actions, action);

/** What a field is called in an entry of this action. */
export const fieldText = ({ audit }: Words, action: string, field: string): string =>
  field === 'name' && action.startsWith('user.') ? audit.personName : wordOf(audit.fields, field);

/** Who did it. */
export const actorText = ({ audit }: Words, { actor }: Pick<AuditLine, 'actor'>): string =>
  actor?.name ?? audit.product;

/** A value in plain words; empty for nothing. @param time how moments are told */
export const valueText = (words: Words, value: AuditValue, time: (at: number) => string): string => {
  const { audit } = words;
  switch (value.kind) {
    case 'nothing':
      return '';
    case 'text':
      return value.text;
    case 'choice':
      return wordOf(audit.choices, value.text);
    case 'what':
      return wordOf({ ...audit.kinds, ...audit.actions }, value.text);
    case 'number':
      return value.number.toLocaleString(words.language);
    case 'time':
      return time(value.at);
    case 'flag':
      return value.yes ? audit.yes : audit.no;
    case 'names':
      return [...value.names.map((named) => nameText(words, named)), ...moreText(words, value.more)].join(', ');
  }
};

/** A name, with a mark where what had it is gone. */
export const nameText = ({ audit }: Words, { name, gone }: Named): string => (gone ? `${name} (${audit.gone})` : name);

const moreText = ({ audit }: Words, more: number): string[] => (more === 0 ? [] : [audit.more(more)]);

const wordOf = (words: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(words, key) ? words[key] : undefined) ?? key;
