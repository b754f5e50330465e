import { plural } from '../plural.ts';

const unread = plural('en', { one: 'unread', other: 'unread' });

export const messages = {
  title: 'Messages',
  conversations: 'Conversations',
  search: 'Search',
  found: 'Found messages',
  searchGo: 'Find',
  writeToLine: 'Write to a line',
  pickLine: 'Write to a line',
  unread: (line: string, count: number): string => (count > 0 ? `${line}, ${unread(count)}` : line),
  you: 'You',
  files: 'Files',
  empty: {
    list: { title: 'No messages yet', text: 'Write to a line, and the answer will come here.' },
    found: { title: 'Nothing found', text: 'Try another word, or a part of it.' },
    picker: { title: 'No line to write to', text: 'Lines that you may write to will appear here.' },
    chosen: { title: 'No conversation chosen', text: 'Choose one in the list, or write to a line.' },
    chat: { title: 'Nothing written yet', text: 'Write the first message: whoever is free will answer.' },
  },
  closed: 'The conversation was closed. Write again whenever you need to.',
  noLonger: 'You can no longer write to this line.',
  cannotWrite: {
    archived: 'This line is archived: it takes no new messages. What was written stays here.',
    audience: 'You can no longer write to this line. What was written stays here.',
  },
};
