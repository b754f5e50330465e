import { plural } from '../plural.ts';

const howMany = plural('en', { one: 'person', other: 'people' });

export const lines = {
  title: 'All lines',
  addTitle: 'New line',
  settingsOf: (name: string) => `${name}: settings`,
  allLines: 'All lines',
  archived: 'Archived',
  ringsNobody: 'No operators',
  none: 'There are no lines yet',
  noneHelp: 'A line is where people write: say who may write to it and who answers, and it is open.',
  saved: 'Saved',
  notSaved: 'Not saved yet: please look at these',

  name: 'Name',
  nameHelp: 'How the line is called for everyone who writes to it and answers on it.',
  description: 'Description',
  descriptionHelp: 'What it is for: people read it when they pick a line to write to.',
  avatar: 'Avatar',
  avatarHelp: (megabytes: number) => `PNG, JPEG, WebP, GIF or AVIF, up to ${megabytes} MB.`,
  avatarAgain: 'Browsers forget a chosen file: please choose the picture again.',
  avatarRemove: 'Remove the avatar',
  showOperator: 'Show operator',
  showOperatorHelp:
    'The answering operator’s name stands at the messages. Otherwise clients see the line’s name and never learn who it was, in old messages too.',

  audience: 'Who may write',
  audienceHelp:
    'Groups, units of the org structure with everything below them, and single people. Leave all of them out for a line that only serves clients outside.',
  audienceNobody: 'Nobody inside the company can write to this line.',
  reaches: (people: number) => `Reaches ${howMany(people)}`,
  reachesNobody: 'Reaches nobody: there is no active person in it.',
  groups: 'Groups',
  units: 'Org structure',
  people: 'People',
  nothing: 'None',
  findAudience: 'Find people, groups, units',
  find: 'Find',
  findHelp: 'By name or email.',
  found: (text: string) => `Found for “${text}”`,
  foundNobody: (text: string) => `Nothing was found for “${text}”.`,
  foundMore: 'There are more: type more of the name.',
  aGroup: 'Group',
  aUnit: 'Org structure',
  deactivated: 'deactivated',
  operators: 'Operator groups',
  operatorsHelp: 'Their members are notified of new sessions, take them and answer.',
  operatorsNobody: 'Without an operator group nobody is notified of new messages.',
  supervisors: 'Supervisor groups',
  supervisorsHelp:
    'Their members see all sessions of the line, can reassign them, and change the description and Show operator.',
  linkApp: 'App for account link',
  linkAppHelp:
    'Where clients who write from outside have their items. Operators link a client to an item, or create one, without leaving the session.',
  createdApps: 'Apps created from chat',
  createdAppsHelp: 'What operators can create from a session: a complaint, a request. The client is filled in.',
  createdAppsUnlinked:
    'Clients write to this line from outside: until an app for account link is chosen, operators can create none of these for them.',
  noApps: 'There are no apps yet.',
  appUnfit: {
    archived: 'archived',
    'no-account': 'its form has no field of type Account',
    'no-account-or-reference': 'its form has no field of type Account, and none that refers to an app with one',
  },
  onlyAdministrators: 'Name, audience, groups, apps and avatar are changed by administrators.',
  yes: 'Yes',
  no: 'No',
  noDescription: 'No description',

  archive: 'Archive this line',
  archiveHelp: 'Nobody can write to it any more and its open sessions are closed. All history stays readable.',
  archiveConfirm: (name: string) => `Archive “${name}”`,
  archiveCannotUndo: 'This cannot be undone.',
  isArchived: 'This line is archived: its settings cannot be changed.',
  archivedMeanwhile: 'The line was archived meanwhile: what you changed was not saved.',

  conflictTitle: 'Somebody else changed this line',
  conflict:
    'While you were editing, somebody else saved other values. Yours are still in the form and not saved: check them and press Save to keep yours.',
  conflictNow: (setting: string, value: string) => `${setting} is now: ${value}`,
  conflictAvatar: 'another picture',
  sentTwice:
    'This form was sent before with other content. What you typed is below: check it and press Save to add one more line.',

  wrong: {
    nameMissing: 'Type a name.',
    nameTooLong: 'The name is too long: at most 100 characters.',
    nameTaken: 'Another line has this name already.',
    descriptionTooLong: 'The description is too long: at most 500 characters.',
    choiceGone: 'One of the chosen groups, units, people or apps no longer exists. Check the choice and save again.',
    linkAppUnfit: 'This app cannot be chosen: its form has no field of type Account any more. Choose another one.',
    createdAppUnfit:
      'One of the chosen apps cannot be created from chat: its form has no field of type Account any more, and none that refers to an app with one.',
    createdAppsTooMany: (most: number) => `At most ${most} apps can be chosen.`,
    audienceTooLarge: (most: number) =>
      `At most ${most} groups, units and people can be chosen. Put the people into a group and choose that.`,
    groupsTooMany: (most: number) => `At most ${most} groups can be chosen.`,
    avatarTooLarge: (megabytes: number) => `The picture is too large: at most ${megabytes} MB.`,
    avatarEmpty: 'The file is empty.',
    avatarType: 'This is not a picture that we can show: choose a PNG, JPEG, WebP, GIF or AVIF.',
    avatarDisk: 'There is no room left on the server’s disk, so the picture could not be stored.',
  },
};
