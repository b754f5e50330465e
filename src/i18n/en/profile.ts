import { plural } from '../plural.ts';

const seconds = plural('en', { one: 'second', other: 'seconds' });

export const profile = {
  tabs: { profile: 'Profile', security: 'Security' },

  name: 'Name',
  timeZone: 'Time zone',
  timeZoneAuto: 'As the browser says',
  timeZoneHelp: 'All times are told in it.',

  picture: 'Picture',
  pictureHelp: (megabytes: number): string =>
    `JPEG, PNG, WebP or GIF, up to ${megabytes} MB. A square is cut from its middle; where it was taken is not kept.`,
  pictureSave: 'Save picture',
  pictureRemove: 'Remove picture',
  pictureProblems: {
    none: 'Choose a picture first.',
    empty: 'This file is empty.',
    'no-picture': 'This is no picture that can be used: take a JPEG, PNG, WebP or GIF.',
    'too-large': 'This picture is too large. Make it smaller and try again.',
    broken: 'This picture cannot be read: it may be damaged.',
    busy: 'Many pictures are being worked on just now. Try again in a moment.',
    'disk-full': 'There is no room on the server for the picture. Tell your administrator.',
  },

  password: 'Password',
  passwordLead: 'Changing it signs you out everywhere else.',
  passwordChange: 'Change password',
  passwordCurrent: 'Current password',
  passwordNew: 'New password',
  passwordHelp: (characters: number): string => `At least ${characters} characters.`,
  passwordChanged: 'Your password is changed. You are signed out everywhere else.',
  /** Where somebody else chose the one that is valid. */
  passwordFirst: 'Choose a password of your own',
  passwordFirstLead: 'Your password was given to you. Choose another one that only you know; then you can go on.',
  passwordProblems: {
    wrong: 'This is not your current password.',
    same: 'This is the password that you have. Choose another one.',
    slow: (time: number): string => `Too many wrong passwords. Wait ${seconds(time)} and try again.`,
    crowded: 'Very many are signing in just now. Try again in a moment.',
    changed: 'Your password was changed elsewhere in the meantime. Sign in with the new one.',
  },

  secondFactor: 'Second factor',
  secondFactorOn: 'On: signing in asks for a code from your phone, too.',
  secondFactorOff: 'Off: whoever knows your password can sign in as you.',
  secondFactorLink: 'Second factor settings',

  signIns: 'Where you are signed in',
  here: 'This one',
  device: (browser: string | null, system: string | null): string =>
    browser === null ? (system ?? 'Unknown browser') : system === null ? browser : `${browser} on ${system}`,
  from: (address: string): string => `from ${address}`,
  since: 'Signed in',
  lastUsed: 'last used',
  end: 'Sign out',
  endOf: (device: string): string => `Sign out: ${device}`,
  ended: 'Signed out there.',
  endOthers: 'Sign out all others',
  endOthersText: 'Every other browser is signed out at once; this one stays.',
  endOthersConfirm: 'Sign out all others now',
  endAll: 'Sign out everywhere',
  endAllText: 'Every browser is signed out at once, this one too.',
  endAllConfirm: 'Sign out everywhere now',
};
