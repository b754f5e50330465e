import type { GroupChoice } from '../../src/lines/choice.ts';
import { Choices } from '../form/checkbox.tsx';
import type { FieldProps } from '../form/field.tsx';
import { fewGroups } from './chips.tsx';

type Props = FieldProps & { groups: readonly GroupChoice[]; chosen: readonly string[] };

/** Groups that have a part in the line. Many stand in a box of their own that scrolls, the chosen ones first. */
export const GroupsField = ({ groups, chosen, ...field }: Props) => {
  const many = groups.length > fewGroups;
  const ordered = many ? groups.toSorted((one, other) => first(other, chosen) - first(one, chosen)) : groups;
  const options = ordered.map((group) => ({ value: group.id, label: group.name }));
  return <Choices {...field} options={options} chosen={chosen} none="" scrolls={many} />;
};

const first = (group: GroupChoice, chosen: readonly string[]): number => Number(chosen.includes(group.id));
