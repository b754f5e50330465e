import { grouped } from '../number.ts';
import { plural } from '../plural.ts';

const days = plural('en', { one: 'day', other: 'days' });
const hours = plural('en', { one: 'hour', other: 'hours' });
const people = plural('en', { one: 'person', other: 'people' });
const waitedFor = plural('en', { one: 'person has', other: 'people have' });
const rows = plural('en', { one: 'row', other: 'rows' });
const number = grouped('en');

/** How people come in: invited, with a password somebody else chose, by a link, or from a file. */
export const joining = {
  passwordNew: (characters: number): string =>
    `Empty: the person is invited by a link, and chooses it. Otherwise at least ${characters} characters: tell it to the person yourself.`,
  passwordInvited: 'Empty: the person chooses it by the link. One that you give here ends the invitation.',
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
  import: {
    title: 'Import people',
    open: 'Import',
    lead: 'Add many people at once from a CSV file, as spreadsheets save it. Nobody is added before you have seen what will be.',
    file: 'CSV file',
    fileHelp: (megabytes: number, most: number): string =>
      `At most ${megabytes} MB and ${number(most)} rows. Comma, semicolon or tab; any usual encoding.`,
    text: 'Or paste the rows here',
    textHelp:
      'The first line names the columns in any order: name, email, and if you like groups and units. Several groups or units in one cell are separated by |. A unit is written with those above it: Head office / Sales.',
    example: 'An example',
    sample:
      'name,email,groups,units\nAnna Berg,anna@example.com,Support | Night shift,Head office / Sales\nBoris Lind,boris@example.com,,',
    read: 'Look at it first',

    preview: 'What will be added',
    good: (count: number): string => `${people(count)} can be added, by invitation.`,
    nobody: 'Nobody can be added from this file.',
    bad: (count: number): string => `${rows(count)} cannot be taken`,
    badHelp: 'They are left out. Correct them in the file and import that once more if you need them.',
    moreBad: (count: number): string => `…and ${rows(count)} more that cannot be taken.`,
    first: 'The first of them',
    unused: (titles: string): string => `Nothing is made of these columns: ${titles}.`,
    line: (place: number): string => `Line ${place}:`,
    name: 'Name',
    email: 'Email',
    confirm: (count: number): string => `Add ${number(count)} ${count === 1 ? 'person' : 'people'}`,
    other: 'Choose another file',
    changed: 'Nobody was added: something has changed since this file was read. Look once more at what would be.',

    done: (count: number): string =>
      `Added: ${people(count)}, by invitation. Give them their links: nobody has got one yet.`,
    doneTitle: 'Added',
    invited: 'Invited, not come yet',
    waiting: (count: number): string => `${waitedFor(count)} not come yet.`,
    links: 'Download invitation links',
    linksHelp: (lives: number): string =>
      `A CSV file with a new link for each, to hand over; each works once, for ${days(lives)}. Earlier links end. Keep the file safe: whoever has a link can come in.`,
    linksFile: 'invitations.csv',
    link: 'Link',
    toUsers: 'To the list of users',

    files: {
      nothing: 'Choose a file, or paste the rows.',
      'too-large': (megabytes: number): string => `The file is larger than ${megabytes} MB. Split it.`,
      'disk-full': 'There is no room left on the server’s disk.',
      binary: 'This is no text. Save the table as CSV.',
      workbook: 'This is a spreadsheet’s own file. Save it as CSV there, then choose that.',
      'no-header': 'The first line must name the columns; name and email are needed.',
      'column-twice': (column: string): string =>
        `The column “${column}” says the same as one before it. Take one of them out.`,
      broken: (line: string): string =>
        `From line ${line} on it cannot be read: a quotation mark is never closed there, or the line is far too long.`,
      'no-rows': 'There is nobody in it: below the first line nothing stands.',
      'too-many-rows': (most: number): string => `There are more than ${number(most)} rows. Split the file.`,
    },
    problems: {
      columns: (about: string): string => {
        const [found = '', wanted = ''] = about.split('/');
        return `There are ${found} cells, the first line has ${wanted}.`;
      },
      'name-missing': () => 'The name is missing.',
      'name-long': () => 'The name is longer than 100 characters.',
      'email-missing': () => 'The email is missing.',
      'email-long': () => 'The email is longer than 254 characters.',
      'email-bad': () => 'This is no email address. It looks like name@example.com.',
      'email-twice': (line: string): string => `The email stands in line ${line} already.`,
      'email-taken': () => 'Somebody in the company has this email.',
      'group-unknown': (name: string): string => `There is no group “${name}”.`,
      'group-gone': () => 'A group was deleted meanwhile.',
      'unit-unknown': (path: string): string => `There is no unit “${path}”.`,
      'unit-ambiguous': (path: string): string => `Several units are called “${path}”: write those above it too.`,
      'unit-gone': () => 'A unit was deleted meanwhile.',
    },
  },

  spent: {
    title: 'This link cannot be used any more',
    text: 'It was used already, is too old, or was replaced by a newer one. Ask your administrator for a new link. If you know your password, just sign in.',
  },
};
