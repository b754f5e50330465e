export const fields = {
  yes: 'Yes',
  no: 'No',
  /** Chosen where nothing is to stand. */
  none: 'Not set',
  nobody: 'Nobody',
  nothing: 'Nothing',
  /** What an empty field shows to readers of the screen. */
  empty: 'Empty',
  /** Something was here that nobody knows any more. */
  unknown: 'no longer there',
  gone: (name: string, kind: string) => {
    if (kind === 'user') return `${name} (deactivated)`;
    return kind === 'choice' || kind === 'choices' ? `${name} (no longer offered)` : `${name} (deleted)`;
  },
  required: 'required',
  find: 'Find',
  findIn: (name: string) => `Find: ${name}`,
  findWhat: { user: 'Name or email', account: 'Name, phone or email', item: 'Words or a number' },
  found: (text: string) => `Found for “${text}”:`,
  foundNothing: (text: string) => `Nothing was found for “${text}”.`,
  foundMore: 'There are more: write more of it.',
  addFilesTo: (name: string) => `Add files: ${name}`,
  keptFiles: 'Files that stay; untick what is to go',
  timesIn: (zone: string) => `Time in ${zone}`,
  problems: {
    required: 'This is needed.',
    'too-long': 'This is too long.',
    'too-many': 'These are too many.',
    'one-only': 'There can be only one.',
    'not-a-number': 'This is not a number. Write it like 1,234.50.',
    'too-many-decimals': 'Too many digits behind the point.',
    'out-of-range': 'This is more than can be kept here.',
    'not-yes-or-no': 'Say yes or no.',
    'not-a-date': 'This is not a date. Write it like 31.12.2026.',
    'not-a-time': 'This is not a time. Write it like 31.12.2026 14:05.',
    'no-such-time': 'There is no such time on that day: the clocks are put forward.',
    'not-a-choice': 'This is not among the choices.',
    'retired-choice': 'This choice is no longer offered.',
    'not-a-phone': 'This is not a phone number.',
    'not-an-email': 'This is not an email address.',
    'not-a-link': 'This is not a link. It begins with https://.',
    unknown: 'There is no such thing, or it is not yours to see.',
    'several-match': 'Several match: it is not clear which is meant.',
    taken: 'Another item already has this.',
    converting: 'The type of this field is being changed, and this would be lost. Try again in a moment.',
    invalid: 'This cannot stand here.',
  },
};
