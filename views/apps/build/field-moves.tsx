import type { Field } from '../../../src/apps/fields/field.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Hidden } from '../../form/hidden.tsx';
import { Icon } from '../../icons/icon.tsx';

type Props = {
  /** The field's address. */
  own: string;
  field: Field;
  /** From 0; `last` is that of the last field. */
  place: number;
  last: number;
  moved: { field: string; to: 'up' | 'down' } | null;
  words: Words;
};

/** Moves a field up and down. The button that was pressed has the focus on the next page; at either end it is the other one. */
export const FieldMoves = ({ own, field, place, last, moved, words: { apps } }: Props) => {
  const pressed = moved?.field === field.id ? moved.to : null;
  const focused = pressed === 'up' && place === 0 ? 'down' : pressed === 'down' && place === last ? 'up' : pressed;
  const button = (to: 'up' | 'down', label: string, disabled: boolean) => (
    <button
      type="submit"
      class="icon-button"
      name="to"
      value={to}
      aria-label={label}
      title={label}
      disabled={disabled}
      autofocus={focused === to}
    >
      <Icon name={to === 'up' ? 'arrow-up' : 'arrow-down'} />
    </button>
  );
  return (
    <form class="moves" method="post" action={`${own}/place`}>
      <Hidden values={{ from: String(place) }} />
      {button('up', apps.moveUp(field.name), place === 0)}
      {button('down', apps.moveDown(field.name), place === last)}
    </form>
  );
};
