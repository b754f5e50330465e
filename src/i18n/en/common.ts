import { plural } from '../plural.ts';

const waiting = plural('en', { one: 'waiting', other: 'waiting' });

const newMessages: Partial<Record<Intl.LDMLPluralRule, string>> = { one: '# new', other: '# new' };

export const common = {
  product: 'Lines',
  skip: 'Skip to content',
  main: 'Main',
  messages: 'Messages',
  lines: 'Lines',
  apps: 'Apps',
  admin: 'Admin',
  me: 'Your settings',
  signOut: 'Sign out',
  back: 'Back',
  add: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Retry',
  settings: 'Settings',
  showMore: 'Show more',
  reload: 'Reload',
  reloadWhy: 'This page does not update by itself.',
  /** The blue button's accessible name. */
  takeNext: (count: number): string => `Take next session, ${waiting(count)}`,
  /** A name and what waits there, as one hears it: "Lines, 3". */
  counted: (name: string, count: number): string => (count > 0 ? `${name}, ${count}` : name),
  attachment: {
    image: (name: string): string => `Image ${name}`,
    bytes: 'B',
    kilobytes: 'KB',
    megabytes: 'MB',
  },
  composer: {
    message: 'Message',
    placeholder: 'Message',
    attach: 'Attach files',
    send: 'Send',
    saveDraft: 'Save draft',
    hint: 'Enter sends, Shift+Enter starts a new line',
  },
  conversation: {
    log: 'Conversation',
    earlier: 'Earlier messages',
    newest: 'To the newest messages',
    unread: 'New messages',
    seen: 'Seen',
    sent: 'Sent',
    typing: (name: string): string => `${name} is typing…`,
  },
  errors: {
    notFound: {
      title: 'Nothing here',
      text: 'There is no such page, or it is not yours to see.',
      next: 'Go to the start page',
    },
    forbidden: {
      title: 'Not allowed',
      text: 'This request did not come from a page of ours, so nothing was done. Go back, reload the page and try again.',
      next: 'Go to the start page',
    },
    failed: {
      title: 'Something went wrong',
      text: 'Nothing was lost that had been saved. Try again; if it stays so, give your administrator this number:',
      next: 'Try again',
    },
    busy: {
      title: 'Busy for the moment',
      text: 'The server cannot take this just now. Nothing was changed. Wait a little and try again.',
      next: 'Try again',
    },
  },
  keys: {
    title: 'Keys',
    help: 'Show this list',
    lines: 'Go to Lines',
    messages: 'Go to Messages',
    next: 'Next session',
    previous: 'Previous session',
    take: 'Take the session',
    reply: 'Write a reply',
    end: 'Close the session',
    search: 'Search',
  },
  /** What the page's own scripts say; plain strings, since they travel in the page. `#` stands for a number. */
  browser: {
    newMessages,
    sending: 'Sending',
    notSent: 'Not sent.',
    offline: 'No connection.',
    reconnecting: 'The connection is lost, trying again…',
    signedOut: 'You are signed out.',
    signIn: 'Sign in',
    tooLarge: 'The files are too large.',
    conflict: 'This changed in the meantime.',
    refused: 'The server did not accept it.',
    failed: 'The server could not do this.',
    retry: 'Retry',
    edit: 'Edit',
    remove: 'Remove',
    dismiss: 'Dismiss',
    today: 'Today',
    yesterday: 'Yesterday',
  },
};
