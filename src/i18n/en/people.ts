import { plural } from '../plural.ts';

const members = plural('en', { one: 'member', other: 'members' });

export const people = {
  admin: 'Admin',
  parts: { users: 'Users', groups: 'Groups', units: 'Org structure', security: 'Security', audit: 'Audit log' },
  users: 'Users',
  groups: 'Groups',
  search: 'Search',
  searchUsers: 'Search by name or email',
  searchGroups: 'Search by name',
  nextPage: 'Next page',
  firstPage: 'First page',
  nobodyFound: 'Nobody was found',
  nothingFound: 'Nothing was found',
  otherSearch: 'Try a part of the name, or another spelling.',

  newUser: 'New user',
  name: 'Name',
  email: 'Email',
  password: 'Password',
  passwordHelp: (characters: number): string => `At least ${characters} characters. Tell it to the person yourself.`,
  passwordKeep: 'Empty: the password stays. A new one signs the person out everywhere.',
  userGroups: 'Groups',
  noGroups: 'There are no groups yet.',
  everyoneHelp: 'Everybody belongs to the group Everyone as well.',
  deactivated: 'Deactivated',
  you: 'You',
  saved: 'Saved.',

  access: 'Access',
  deactivate: 'Deactivate',
  deactivateText: (name: string): string =>
    `${name} is signed out everywhere at once, and open sessions return to the queue. Everything ${name} wrote stays.`,
  deactivateConfirm: (name: string): string => `Deactivate ${name}`,
  activate: (name: string): string => `Activate ${name}`,
  isDeactivated: 'This person is deactivated and cannot sign in.',

  newGroup: 'New group',
  groupName: 'Name',
  members,
  membersTitle: 'Members',
  noMembers: 'Nobody belongs to this group yet.',
  addMembers: 'Add people',
  addMember: (name: string): string => `Add ${name}`,
  removeMember: (name: string): string => `Remove ${name}`,
  add: 'Add',
  remove: 'Remove',
  system: 'System group',
  systemText: 'Lines itself relies on this group: it cannot be renamed or deleted.',
  everyoneText: 'Everybody in the company belongs to it, from the first day on.',
  deleteGroup: 'Delete',
  deleteText: (name: string): string => `The group ${name} goes for good. The people stay.`,
  deleteConfirm: (name: string): string => `Delete ${name}`,

  me: 'Your settings',
  signedInAs: (email: string): string => `You are signed in as ${email}.`,
  language: 'Language',
  languageAuto: 'As the browser says',
  theme: 'Theme',
  themes: { auto: 'As the device says', light: 'Light', dark: 'Dark' },
  sound: 'A sound for new messages',

  /** Stands above what is wrong with a form. */
  summary: 'Please check:',
  problems: {
    required: 'This must be filled in.',
    'too-long': 'This is too long.',
    'too-short': 'This is too short.',
    'no-email': 'This is no email address. It looks like name@example.com.',
    'email-taken': 'Another person has this email.',
    'name-taken': 'Another group has this name.',
    'wrong-code': 'This is not the code.',
    invalid: 'This cannot be used.',
  },
  refusals: {
    'last-administrator': 'Nobody else could administer the company: make somebody an administrator first.',
    'group-in-use': (names: string): string =>
      `Lines or apps rely on this group: ${names}. Take it out of their settings first.`,
    'system-group': 'Lines itself relies on this group: it cannot be changed like this.',
    'sent-before':
      'This form was sent before with other content. Nothing was changed now: check the list before you send it again.',
    missing: 'Something that you chose does not exist any more. Nothing was changed.',
  },

  bad: {
    title: 'This could not be read',
    text: 'What was sent is incomplete or no form of ours. Nothing was changed. Go back and try again.',
  },
  large: {
    title: 'Too much at once',
    text: 'What was sent is larger than any form of ours. Nothing was changed. Go back and shorten it.',
  },
  again: {
    copy: 'This is what you sent. Copy what you still need.',
    sent: 'This is what you sent. Nothing of it is lost: send it again in a moment.',
    button: 'Send again',
    secret: 'Passwords, codes and files are not kept: go back and enter them once more.',
  },
  back: 'Go to the start page',
};
