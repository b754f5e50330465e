import type { Words } from '../../src/i18n/words.ts';
import type { AppChoice } from '../../src/lines/app-choice.ts';
import type { GroupChoice, UnitChoice, UserChoice } from '../../src/lines/choice.ts';
import type { Line, LineSettings, Setting } from '../../src/lines/settings.ts';

/** The names of what a setting refers to. */
export type Names = {
  groups: readonly GroupChoice[];
  people: readonly UserChoice[];
  units: readonly UnitChoice[];
  apps: readonly AppChoice[];
  words: Words;
};

/** What the settings are called. */
export const settingLabels = (words: Words): Record<Setting, string> => ({
  name: words.lines.name,
  description: words.lines.description,
  avatar: words.lines.avatar,
  showOperator: words.lines.showOperator,
  audienceGroups: `${words.lines.audience}: ${words.lines.groups}`,
  audienceUsers: `${words.lines.audience}: ${words.lines.people}`,
  audienceUnits: `${words.lines.audience}: ${words.lines.units}`,
  operatorGroups: words.lines.operators,
  supervisorGroups: words.lines.supervisors,
  linkApp: words.lines.linkApp,
  createdApps: words.lines.createdApps,
});

/** The value of a setting, in words. */
export const settingValue = (setting: Setting, line: Line, { groups, people, units, apps, words }: Names): string => {
  const values: { [S in Setting]: (value: LineSettings[S]) => string } = {
    name: (name) => name,
    description: (text) => text || words.lines.noDescription,
    avatar: (file) => (file === null ? words.lines.nothing : words.lines.conflictAvatar),
    showOperator: (shown) => (shown ? words.lines.yes : words.lines.no),
    audienceGroups: (ids) => listed(ids, groups, words),
    audienceUsers: (ids) => listed(ids, people, words),
    audienceUnits: (ids) => listed(ids, units.map(withPath), words),
    operatorGroups: (ids) => listed(ids, groups, words),
    supervisorGroups: (ids) => listed(ids, groups, words),
    linkApp: (id) => listed(id === null ? [] : [id], apps, words),
    createdApps: (ids) => listed(ids, apps, words),
  };
  return write(values, setting, line);
};

/** A unit by its whole path, from the top, since several may have one name. */
const withPath = ({ id, name, above }: UnitChoice) => ({ id, name: [...above, name].join(' / ') });

const write = <S extends Setting>(values: { [K in S]: (value: LineSettings[K]) => string }, setting: S, line: Line) =>
  values[setting](line[setting]);

const listed = (ids: readonly string[], named: readonly { id: string; name: string }[], words: Words): string =>
  named
    .filter((one) => ids.includes(one.id))
    .map((one) => one.name)
    .join(', ') || words.lines.nothing;
