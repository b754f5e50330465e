/** Why something that was written or pressed was refused. */
export const writing = {
  refused: {
    missing: 'There is no such conversation, or it is not yours to see.',
    forbidden: 'This is not yours to do.',
    taken: (owner: string): string => `${owner} has this session now.`,
    changed: 'The session went back to the queue in the meantime.',
    closed: 'The session was closed in the meantime.',
    unseen: 'The client has written something new. Read it before you close the session.',
    notOperator: 'This person does not answer on this line any more.',
    conflict: 'This message was sent before with other content. What you typed now has not been sent: send it again.',
    empty: 'Write something or attach a file.',
    archived: 'This line is archived: it takes no new messages.',
    audience: 'You can no longer write to this line.',
    tooLong: 'A message can have 10,000 characters at most.',
    badForm: 'The form was not complete. Reload the page; what you typed is kept.',
  },
  nothingWaits: 'Nobody waits any more: somebody was faster.',
};
