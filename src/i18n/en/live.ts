export const live = {
  /** Where a session stood that the person does not see any more. */
  gone: {
    taken: (owner: string): string => `${owner} has this session now.`,
    closed: 'This session is closed.',
    elsewhere: 'This session is not yours to see any more.',
    back: 'Back to the list',
  },
  /** What a notice is called. */
  notice: {
    queue: (line: string): string => `New in ${line}`,
    assigned: (by: string): string => `${by} gave you a session`,
    assignedBySystem: 'You were given a session',
    from: (client: string, line: string): string => `${client}, ${line}`,
    files: 'Files',
  },
};
