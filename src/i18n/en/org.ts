import { plural } from '../plural.ts';

export const org = {
  /** Names the tree to readers of the screen. */
  tree: 'Departments and positions',
  search: 'Search units and people',
  choose: 'Choose a unit to see who is in it, or to change it.',
  empty: 'No departments yet',
  emptyText: 'Add the first one, then the departments and positions below it.',
  people: plural('en', { one: 'person', other: 'people' }),
  headIs: (name: string): string => `Head: ${name}`,
  /** Folds and unfolds what is below a unit; `#` stands for its name. */
  below: 'Below #',
  toTree: 'All units',

  kind: 'Kind',
  kinds: { department: 'Department', position: 'Position' },
  newUnit: 'New unit',
  name: 'Name',
  under: 'Below',
  top: 'At the top',
  addBelow: 'Add below',

  placed: 'People',
  nobody: 'Nobody is placed in this unit itself yet.',
  makeHead: 'Make head',
  makeHeadOf: (name: string): string => `Make ${name} head`,
  head: 'Head',
  noHead: 'Remove as head',
  noHeadOf: (name: string): string => `Remove ${name} as head`,

  move: 'Move',
  moveText: 'All units below and their people go along.',
  moveTo: 'Move below',

  delete: 'Delete',
  deleteEmpty: (name: string): string => `The unit ${name} goes for good.`,
  deleteFull: (name: string): string =>
    `The unit ${name} goes for good. Its people and the units below it go where you say.`,
  deleteTo: 'Move people and units to',
  deleteToWhere: 'Choose a unit',
  deleteNowhere: 'There is no other unit to which its people could go. Add one first.',
  deleteConfirm: (name: string): string => `Delete ${name}`,

  foundUnits: 'Units',
  foundPeople: 'People',
  unplaced: 'In no unit',
  moreFound: 'There are more: search for a longer part of the name.',
  showAll: 'Show all units',

  gone: 'This unit is gone',
  goneText: 'Somebody deleted it. Nothing was changed now.',
  goneTyped: (text: string): string => `You had typed: ${text}`,

  userUnits: 'Place in the org structure',
  userNowhere: 'Not placed in any unit yet.',
  userUnit: 'Unit',
  userAdd: 'Add to the unit',
  userRemove: (unit: string): string => `Take out of ${unit}`,
  noUnits: 'There are no units yet.',

  refusals: {
    'unit-missing': 'The unit does not exist any more. Nothing was changed.',
    'place-missing': 'The unit that you chose does not exist any more. Choose another one.',
    'person-missing': 'This person does not exist. Nothing was changed.',
    'unit-name-taken': 'Another unit at the same place has this name.',
    'below-itself': 'A unit cannot go below itself, nor below a unit that it holds.',
    'too-deep': 'At most 50 units can stand below one another.',
    'changed-meanwhile': 'Somebody else changed this unit in the meantime. Look at it as it is now, then do it again.',
    'not-placed': 'Only somebody who is placed in the unit can be its head.',
    'unit-not-empty': 'People or other units are still in it. Say where they go.',
    'people-to-top': 'People are placed in units, not at the top. Choose a unit for them.',
    'sent-before':
      'This form was sent before with other content. Nothing was changed now: look at the tree before you send it again.',
    'unit-in-use': (lines: string): string => `Lines rely on this unit: ${lines}. Take it out of their settings first.`,
  },
};
