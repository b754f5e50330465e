import { sessions } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import type { Doors } from './doors.ts';

/** Pavel has written one message to "IT support", and Anna has taken the session. Answers its id. */
export const begun = async (doors: Doors): Promise<string> => {
  const session = await waiting(doors);
  const { anna } = doors.company.people;
  const taken = await doors.as('anna').post(`/sessions/${session}/assignment`, { operator: anna.id, owner: '' });
  if (taken.status !== 303) throw new Error(`Anna could not take the session: ${taken.status}`);
  return session;
};

/** Pavel has written one message to "IT support", and nobody has taken the session. Answers its id. */
export const waiting = async (doors: Doors): Promise<string> => {
  const written = await doors.as('pavel').post(chatOf(doors), { id: newId(), text: firstText });
  if (written.status !== 303) throw new Error(`Pavel could not write: ${written.status}`);
  const [session] = await doors.db.read.select({ id: sessions.id }).from(sessions);
  if (!session) throw new Error('No session was opened');
  return session.id;
};

/** What Pavel wrote. */
export const firstText = 'My printer smokes';

/** Where clients write to "IT support". */
export const chatOf = ({ company }: Doors): string => `/messages/${company.lines.shows}/messages`;
