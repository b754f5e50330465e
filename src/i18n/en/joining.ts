import { plural } from '../plural.ts';

const days = plural('en', { one: 'day', other: 'days' });
const hours = plural('en', { one: 'hour', other: 'hours' });

/** How people come in: invited, with a password somebody else chose, by a link, or from a file. */
export const joining = {
  passwordNew: (characters: number): string =>
    `Empty: the person is invited by a link, and chooses it. Otherwise at least ${characters} characters: tell it to the person yourself.`,
  mustChangeFirst: 'Must choose another password at the first sign-in',
  mustChange: 'Must choose another password before anything else',
  owesPassword: 'This person has to choose another password before anything else.',

  invited: 'Invited',
  isInvited: 'Invited, has not come yet.',
  invitation: {
    title: 'Invitation',
    help: (lives: number): string =>
      `With the link the person chooses a password and is in. It works once, for ${days(lives)}; a new one ends the earlier one.`,
    make: 'New invitation link',
    here: (name: string): string => `Give this link to ${name}. It is shown only now:`,
    label: 'Invitation link',
  },
  reset: {
    title: 'Link for a new password',
    help: (lives: number): string =>
      `For who forgot the password. It works once, within ${hours(lives)}; a new one ends the earlier one.`,
    make: 'Link for a new password',
    here: (name: string): string => `Give this link to ${name}. It is shown only now:`,
    label: 'Link for a new password',
  },
  qr: (name: string): string => `QR code with the link for ${name}`,
  copy: 'Copy',
  copied: 'Copied',

  join: {
    title: (company: string): string => `Join ${company}`,
    lead: (name: string, email: string): string =>
      `Welcome, ${name}. Choose a password: from then on you sign in as ${email} with it.`,
    password: 'Password',
    button: 'Join',
  },
  spent: {
    title: 'This link cannot be used any more',
    text: 'It was used already, is too old, or was replaced by a newer one. Ask your administrator for a new link. If you know your password, just sign in.',
  },
};
