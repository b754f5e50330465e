import type { Words } from '../../src/i18n/words.ts';
import type { GroupChoice, UnitChoice, UserChoice } from '../../src/lines/choice.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/names.ts';

/** `quiet`: among what is chosen, where only what tells two apart is seen; all the rest is heard. */
type Props = { checked: boolean; quiet?: boolean; words: Words };

/** A group, to be chosen. */
export const GroupPick = ({ group, words, ...box }: Props & { group: GroupChoice }) => (
  <Pick {...box} field="audienceGroups" of={group} icon="users-round" about={words.lines.aGroup} />
);

/** A unit, to be chosen. Its place in the tree tells it from others of its name. */
export const UnitPick = ({ unit, words, ...box }: Props & { unit: UnitChoice }) => (
  <Pick
    {...box}
    field="audienceUnits"
    of={unit}
    icon="network"
    about={words.lines.aUnit}
    note={unit.above.join(' / ')}
  />
);

/** Somebody, to be chosen. The e-mail tells two of one name apart; it is no part of what the box is called. */
export const PersonPick = ({ user, words, ...box }: Props & { user: UserChoice }) => (
  <Pick
    {...box}
    field="audienceUsers"
    of={user}
    icon="user-round"
    about={user.email}
    note={user.active ? '' : words.lines.deactivated}
  />
);

type PickProps = {
  field: 'audienceGroups' | 'audienceUnits' | 'audienceUsers';
  of: { id: string; name: string };
  checked: boolean;
  icon: IconName;
  /** What it is. */
  about: string;
  /** Whether that is only heard. */
  quiet?: boolean;
  /** What is always seen. */
  note?: string;
};

const Pick = ({ field, of: { id, name }, checked, icon, about, quiet = false, note = '' }: PickProps) => (
  <div class="pick" id={`pick-${id}`}>
    <label class="checkbox">
      <input
        class="pick-box"
        type="checkbox"
        id={`box-${id}`}
        name={field}
        value={id}
        checked={checked}
        aria-describedby={`about-${id}`}
      />
      <Icon name={icon} />
      <span>{name}</span>
    </label>
    <span class={quiet && note === '' ? 'sr-only' : 'field-help'} id={`about-${id}`}>
      <span class={quiet ? 'sr-only' : undefined}>{note === '' ? about : `${about} · `}</span>
      {note}
    </span>
  </div>
);
