import { plural } from '../plural.ts';

const seconds = plural('en', { one: 'second', other: 'seconds' });
const minutes = plural('en', { one: 'minute', other: 'minutes' });
const hours = plural('en', { one: 'hour', other: 'hours' });
const codes = plural('en', { one: 'recovery code', other: 'recovery codes' });
const peopleIn = plural('en', { one: 'person', other: 'people' });
const administrators = plural('en', { one: 'administrator', other: 'administrators' });

/** A time in seconds, in the unit that fits. */
const lasting = (time: number): string => {
  if (time < 120) return seconds(time);
  return time < 7_200 ? minutes(Math.ceil(time / 60)) : hours(Math.ceil(time / 3_600));
};

export const secondFactor = {
  title: 'Second factor',

  /** The page between the password and the sign-in. */
  code: {
    title: 'Enter the code',
    lead: 'The password is right. Now enter the six digits that the app on your phone shows for Lines.',
    label: 'Code',
    useRecovery: 'Use a recovery code',
    recoveryTitle: 'Enter a recovery code',
    recoveryLead:
      'The password is right. Now enter one of the recovery codes that you were given at set-up. Each works once.',
    recoveryLabel: 'Recovery code',
    useApp: 'Use the app',
    lost: 'Lost the phone and the recovery codes? An administrator can turn your second factor off.',
    startOver: 'Start over',
    over: 'That took too long, or too many codes were wrong. Start over with your password.',
  },

  refusals: {
    wrong: 'This is not the code. It changes every 30 seconds: enter the one that the app shows now.',
    used: 'This code was used already. Wait for the next one.',
    clock: (off: number, ahead: boolean): string =>
      `The clock of your phone is about ${lasting(off)} ${ahead ? 'ahead of' : 'behind'} the server's. Set it to automatic date and time, then enter a new code. If your phone is right, tell whoever runs Lines.`,
    slow: (wait: number): string =>
      `Too many wrong codes. Try again in ${lasting(wait)}, or use a recovery code: they work at any time.`,
    spent: 'This recovery code was used or is wrong.',
    on: 'A second factor is set up already.',
    none: 'There is nothing to confirm: begin again.',
    unreadable:
      'The server cannot check codes: one of its keys is missing. Use a recovery code, or ask an administrator to turn your second factor off.',
    password: 'This is neither your password nor the present code.',
  },

  /** One's own second factor. */
  mine: {
    lead: 'With a second factor nobody gets in with your password alone: after it Lines asks for a code that an app on your phone shows.',
    apps: 'Any authenticator app will do, such as Aegis, FreeOTP, Google Authenticator, Microsoft Authenticator or the password manager of your phone.',
    required: 'Your company requires a second factor: set it up, then everything else is open again.',
    begin: 'Set up',
    scanTitle: '1. Scan this code with the app',
    qr: 'QR code for the authenticator app',
    typed: 'Or enter this key into the app by hand:',
    key: 'Key',
    open: 'Open in an app on this device',
    confirmTitle: '2. Enter the code that the app shows',
    confirmHelp: 'Six digits. They change every 30 seconds.',
    label: 'Code',
    confirm: 'Turn on',
    later: 'Not now',
    isOn: 'The second factor is on: each sign-in asks for a code.',
    back: 'Your settings',

    codesTitle: 'Recovery codes',
    codesLead:
      'With one of these you get in without your phone. Each works once. Keep them where you would look for them without the phone: they are never shown again.',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    download: 'Download as text',
    fileName: 'lines-recovery-codes.txt',
    fileHead: (company: string, email: string): string => `Recovery codes of ${email} for ${company}. Each works once.`,
    done: 'I have kept them',
    left: (count: number): string => `You have ${codes(count)} left.`,
    noneLeft: 'You have no recovery codes left: make new ones, or a lost phone locks you out.',
    renew: 'Make new recovery codes',
    renewText: 'You get ten new ones, and the old ones end.',
    renewConfirm: 'Make new recovery codes now',
    turnOff: 'Turn off',
    turnOffText: 'From then on your password alone is enough.',
    turnOffRequired:
      'Your company requires a second factor: you will be asked to set up a new one at once. This is the way to another phone.',
    turnOffConfirm: 'Turn off the second factor',
    proof: 'Password or code',
    proofHelp: 'Your password, or the code that the app shows.',
    unreadable:
      'The server lost the key to your second factor, and cannot check codes. Turn it off with your password, and set it up anew.',
  },

  /** Whoever has to do something first. */
  duty: {
    title: 'One thing first',
    text: {
      password: 'Before anything else choose a password of your own. What you just sent was not done.',
      'second-factor': 'Before anything else set up your second factor. What you just sent was not done.',
    },
    short: {
      password: 'Choose a password of your own first.',
      'second-factor': 'Set up your second factor first.',
    },
    kept: 'What you wrote is kept: you find it where you were writing.',
    go: { password: 'Choose a password', 'second-factor': 'Set up the second factor' },
  },

  /** Admin → Security. */
  security: {
    title: 'Security',
    legend: 'Require a second factor',
    help: 'Whoever has none is led to set it up with their next click, and can do nothing else before.',
    choices: {
      nobody: 'Of nobody: everybody decides for themselves',
      administrators: 'Of administrators',
      everyone: 'Of everyone',
    },
    spread: (protectedPeople: number, people: number): string => `${protectedPeople} of ${peopleIn(people)} have one,`,
    administrators: (protectedPeople: number, people: number): string =>
      `${protectedPeople} of ${administrators(people)}.`,
    selfLacks: 'You have no second factor yourself: when it is required of you, you are led to set it up next.',
    setUp: 'Set it up now',
    changed: 'Somebody else changed this meanwhile. This is how it is now: choose again.',
    lost: (file: string, people: string): string =>
      `The server lost the key ${file}, and cannot check the codes of ${people}. Put the file back from a backup and start Lines again. Until then these people sign in with a recovery code, or you turn their second factor off on their pages.`,
    people: peopleIn,
  },

  /** Somebody's page in Admin. */
  user: {
    on: 'This person has a second factor.',
    off: 'This person has no second factor.',
    remove: 'Turn off the second factor',
    removeText: (name: string): string =>
      `For somebody who lost the phone and the recovery codes. ${name} then signs in with the password alone: make sure that it is really ${name} who asks.`,
    removeConfirm: (name: string): string => `Turn off the second factor of ${name}`,
    own: 'This is your own:',
  },
};
