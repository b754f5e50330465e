import { plural } from '../plural.ts';

const references = plural('en', { one: 'item refers', other: 'items refer' });
const howMany = plural('en', { one: 'item', other: 'items' });

export const items = {
  newTitle: (app: string): string => `New item: ${app}`,
  editTitle: (item: string): string => `${item}: edit`,
  builtInChat: 'Built-in chat',
  number: 'Number',
  notSaved: 'Not saved yet: please look at these',
  saved: 'Saved',
  same: 'Nothing was changed.',
  noFields: 'This app has no fields on its form yet. An item can be saved all the same: it gets a number.',
  sentBefore:
    'This form was sent before with other content. What you typed is below: check it and press Save to add one more item.',
  formGone: 'Meanwhile this item was deleted. What you typed was not saved; it stands below, so that you can copy it.',
  filesAgain: 'Browsers forget chosen files: please choose them again.',
  edit: 'Edit',
  /** What stands where a field holds nothing. */
  empty: '–',
  fields: 'Fields',

  created: 'Created',
  changed: 'Changed',
  by: (name: string): string => `by ${name}`,
  byProduct: 'by Lines itself',

  delete: 'Delete',
  deleteTitle: (item: string): string => `Delete “${item}”?`,
  deleteText:
    'It disappears from all lists and from search. For 30 days it can be brought back; then it is gone for good.',
  deleteReferred: (count: number): string =>
    `${references(count)} to it; they keep the reference, which then leads nowhere.`,
  deleteReferredNot: 'No other item refers to it.',
  deleteConfirm: (item: string): string => `Delete “${item}”`,
  deletedNow: 'The item is deleted.',
  deletedBy: (name: string): string => `Deleted by ${name}`,
  deletedHelp: 'It is in no list any more. It can be brought back for 30 days after that.',
  bringBack: 'Bring back',
  broughtBack: 'The item is back.',
  takenMeanwhile: (fields: string): string =>
    `It cannot come back as it is: another item has the same value now in: ${fields}. Change it there first.`,

  conflictTitle: 'Somebody else changed this item meanwhile',
  conflict: (name: string): string =>
    `${name} saved other values while you were editing. What you typed is still in the form and not saved. Press Save to keep yours, or choose what to take over.`,
  conflictTheirs: 'Saved now',
  conflictMine: 'You typed',
  takeTheirs: 'Take what is saved',
  takeTheirsOf: (field: string): string => `Take what is saved: ${field}`,
  somebody: 'Somebody',

  related: 'Related items',
  relatedNone: 'No items refer to this one.',
  relatedOf: (app: string, field: string): string => `${app} · ${field}`,
  relatedAll: (count: number): string => `Show all ${howMany(count)}`,

  conversations: 'Conversations',
  conversationsNone: 'No conversations yet: they come with the accounts that this item holds.',
  conversationLast: 'last message',
  conversationSessions: plural('en', { one: 'session', other: 'sessions' }),

  comments: 'Comments',
  commentsNone: 'No comments yet.',
  comment: 'Comment',
  commentAdd: 'Add comment',
  commentEmpty: 'Type a comment.',
  commentTooLong: (most: number): string => `The comment is too long: at most ${most} characters.`,
  commentSentBefore:
    'This comment was sent before with other words. What you typed is below: press the button to add it too.',
  commentTakeBack: 'Take back',
  commentTakenBack: 'This comment was taken back.',
  commentsEarlier: (count: number): string => `Show all (${count})`,

  history: 'History',
  historyEarlier: 'Earlier changes',
  historyKinds: { created: 'created', changed: 'changed', deleted: 'deleted', restored: 'brought back' },
  historyProduct: 'Lines',
  historyImported: 'from a file',
  historyFromChat: 'from the chat',

  tooManyFiles: (most: number): string =>
    `At most ${most} files can come with one form. Save, and add the others after that.`,
  fileEmpty: (name: string): string => `“${name}” is empty.`,
  fileTooLarge: (name: string, megabytes: number): string => `“${name}” is larger than ${megabytes} MB.`,
  fileDisk: (name: string): string => `The server has no room left for “${name}”. Please tell an administrator.`,
};
