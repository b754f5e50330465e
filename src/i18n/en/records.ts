/** Items beside a conversation: the client's own, and what is created from the chat. */
export const records = {
  account: 'Account',
  link: 'Link',
  unlinked: 'Not linked to an item yet.',
  /** There is nothing that the viewer might do about it. */
  unlinkedForYou: (app: string): string => `Not linked yet. You may not create items in “${app}”.`,
  /** What somebody who does not see the app may know of an item. */
  hidden: (app: string): string => `You do not see items of “${app}”.`,
  unlink: 'Unlink',
  unlinkAsk: (title: string): string => `Unlink from ${title}`,
  unlinkText: 'The item stays, without this account. It can be linked again at any time.',
  create: 'Create',
  why: {
    'not-linked': 'Create works once the client is linked: in Client information, Account.',
    'no-link-app': 'Create needs an app for account link, and this line has none.',
  },
  event: {
    'item-created': (who: string): string => `${who} created an item`,
    'account-linked': (who: string): string => `${who} linked the client`,
    'account-unlinked': (who: string): string => `${who} unlinked the client`,
  },
  gone: 'deleted',
  putNumber: 'Put number into message',
  linkTitle: (client: string): string => `Link ${client}`,
  suggested: 'Same phone or email',
  /** Nothing is ever joined because of these alone. */
  suggestedWhy: 'What the messenger tells may be wrong: look before you link.',
  findTitle: 'Find an item',
  findLabel: 'Name, phone, number…',
  find: 'Find',
  nothingFound: 'Nothing found.',
  more: 'There are more: enter more of the name.',
  linkTo: (title: string): string => `Link to ${title}`,
  newTitle: (app: string): string => `New item of “${app}”`,
  createTitle: (app: string): string => `Create: ${app}`,
  save: 'Create',
  saveAndLink: 'Create and link',
  prefilled: 'The name, phone and email are those that the messenger told. Check them.',
  notDone: 'Nothing was done',
  done: {
    created: (item: string): string => `Created: ${item}`,
    linked: (item: string): string => `Linked: ${item}`,
    unlinked: (item: string): string => `Unlinked: ${item}`,
  },
  refused: {
    linked: (item: string, who: string | null): string =>
      who === null
        ? `The client has been linked already: ${item}.`
        : `${who} was quicker: the client is linked to ${item} now.`,
    'other-app': 'The settings of the line were changed: it uses another app now. Nothing was done.',
    right: (app: string): string => `You may not do this in “${app}” any more. Nothing was done.`,
    'app-gone': 'The app is archived. Nothing was created.',
    'item-gone': 'The item was deleted in the meantime. Choose another.',
    'not-linked': 'The client is not linked any more. Link the client, then create.',
    'item-taken':
      'The item could not be changed like this: it lacks something that is required, or another item holds the account alone. Open it to see.',
    again: 'This form was sent before with other content. Nothing was created a second time.',
    outside: 'This conversation did not come from outside: there is nothing to link.',
  },
};
