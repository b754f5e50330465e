import { plural } from '../plural.ts';

const unread = plural('en', { one: 'unread', other: 'unread' });
const sessions = plural('en', { one: 'session', other: 'sessions' });

export const desk = {
  boxes: 'Boxes',
  sessions: 'Sessions',
  session: 'Session',
  box: {
    waiting: 'Waiting for you',
    mine: 'My sessions',
    unassigned: 'Unassigned',
    active: 'Active',
    closed: 'Closed',
  },
  /** A box as one hears it in the navigation: "IT support: Unassigned". */
  boxOf: (line: string, box: string): string => `${line}: ${box}`,
  archived: 'archived',
  addLine: 'Add',
  lineSettings: 'Settings',
  row: {
    new: 'New',
    /** The accessible names of a session's link. */
    isNew: (client: string): string => `${client}, new`,
    unread: (client: string, count: number): string => `${client}, ${unread(count)}`,
    files: 'Files',
    waits: 'Waiting since',
    owner: (name: string): string => `Answered by ${name}`,
    /** From where clients write who are no users. */
    channels: { test: 'From the test channel' },
  },
  empty: {
    waiting: {
      title: 'Nothing waits for you',
      text: 'New messages of your clients and sessions to hand out appear here by themselves.',
    },
    mine: {
      title: 'No sessions of yours',
      text: 'Take one from Unassigned, or press the blue counter to take the next.',
    },
    unassigned: { title: 'Nobody waits', text: 'As soon as a client writes, the session appears here.' },
    active: { title: 'Nobody is being answered', text: 'Sessions appear here once an operator takes them.' },
    closed: { title: 'Nothing closed yet', text: 'Closed sessions stay here, with all that was written.' },
    line: { title: 'You do not answer on this line', text: 'Only its operators and supervisors see its sessions.' },
    lines: { title: 'No lines yet', text: 'Lines on which you answer or supervise appear here.' },
    linesAdd: {
      title: 'No lines of yours',
      text: 'Lines on which you answer or supervise appear here. Add one, or open all lines.',
    },
    chosen: { title: 'No session chosen', text: 'Choose one in the list to read it.' },
  },
  state: {
    bot: 'With the bot',
    unassigned: 'Waits for an operator',
    active: (owner: string): string => `Answered by ${owner}`,
    closed: 'Closed',
  },
  take: 'Take',
  reassign: 'Reassign',
  reassignTo: (name: string): string => `Reassign to ${name}`,
  reassignTitle: (client: string): string => `Reassign the session of ${client}`,
  reassignNobody: 'There is no other operator on this line.',
  giveBack: 'Return to queue',
  close: 'Close session',
  cannotReply: {
    unassigned: 'Nobody answers yet.',
    take: 'Nobody answers yet. Take the session to write.',
    other: (owner: string): string => `${owner} answers here.`,
    closed: 'This session is closed. When the client writes again, a new one opens.',
    bot: 'The bot answers here.',
  },
  info: {
    title: 'Client information',
    show: 'Show client information',
    channel: 'Channel',
    chat: 'Built-in chat',
    line: 'Line',
    firstContact: 'First contact',
    sessions,
    sessionsLabel: 'History',
  },
  event: {
    taken: (who: string): string => `${who} took the session`,
    reassigned: (who: string, to: string): string => `${who} reassigned the session to ${to}`,
    returned: (who: string): string => `${who} returned the session to the queue`,
    /** Why whoever had the session has it no more; `null`: it was not told then. */
    released: (who: string, why: 'role' | 'deactivated' | null): string =>
      `${who} ${lost(why)}; the session returned to the queue`,
    closed: {
      operator: (who: string): string => `${who} closed the session`,
      client: 'The client closed the session',
      silence: 'Closed after silence',
      bot: 'Closed by the bot',
      spam: 'Closed as spam',
      window: 'Closed: the time to reply ran out',
      archived: 'Closed: the line was archived',
    },
    somebody: 'Somebody',
  },
};

const lost = (why: 'role' | 'deactivated' | null): string => {
  if (why === 'role') return 'no longer operates this line';
  return why === 'deactivated' ? 'was deactivated' : 'no longer answers on this line';
};
