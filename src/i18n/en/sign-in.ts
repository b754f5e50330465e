import { plural } from '../plural.ts';

const seconds = plural('en', { one: 'second', other: 'seconds' });
const minutes = plural('en', { one: 'minute', other: 'minutes' });

export const signIn = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  button: 'Sign in',
  forgotten: 'Forgot the password? An administrator can give you a link with which you choose a new one.',
  wrong: 'The email or the password is wrong.',
  slow: (wait: number): string =>
    `Too many wrong passwords. Try again in ${wait < 120 ? seconds(wait) : minutes(Math.ceil(wait / 60))}.`,
  crowded: 'Many people sign in at this moment. Try again in a few seconds.',
  ended: 'You were signed out meanwhile.',
  kept: 'What you wrote is kept: sign in, and you find it where you were writing.',
  keptTitle: 'You wrote:',
  filesAgain: 'Attached files are not kept: please attach them again.',

  setUp: {
    title: 'Set up Lines',
    lead: 'Name your company and create its first administrator: you.',
    code: 'Set-up code',
    codeHelp: 'It was printed where Lines was started.',
    company: 'Company',
    name: 'Your name',
    email: 'Email',
    emailHelp: 'You sign in with it. Nothing is sent to it.',
    password: 'Password',
    passwordHelp: (characters: number): string => `At least ${characters} characters.`,
    button: 'Create company',
    late: 'Somebody else was quicker: the company is set up already. Sign in, or ask them for access.',
    administrators: 'Administrators',
    everyone: 'Everyone',
  },

  link: {
    title: 'Choose a new password',
    lead: (name: string, email: string): string => `${name}, from then on you sign in as ${email} with it.`,
    password: 'New password',
    button: 'Save and sign in',
  },
};
