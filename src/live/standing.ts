import type { Reader } from '../db/doors.ts';
import { clientsOfLine } from '../sessions/watched/conversation.ts';
import { rightsOf, sameRights } from '../sessions/watched/rights.ts';
import { signal } from './bundle.ts';
import type { Crowd } from './crowd.ts';
import { deliver, type Streams } from './streams.ts';
import type { Viewer } from './viewer.ts';
import type { Standing } from './work.ts';

/**
 * Settles what somebody may see before anything else is sent: ends the streams of ended sign-ins, and of everybody whose
 * rights are others now (they come back with the new ones), and asks pages to load again what they show.
 *
 * @param seq the last fact known: a page that is loaded again shows it
 */
export const settle = async (
  db: Reader,
  crowd: Crowd,
  streams: Streams,
  facts: readonly Standing[],
  seq: number,
): Promise<void> => {
  for (const fact of facts) if (fact.kind === 'sign-out') signOut(crowd, streams, fact.ids);
  for (const person of peopleIn(facts, crowd)) await checkRights(db, crowd, streams, person, seq);
  for (const fact of facts) {
    if (fact.kind === 'line') await reloadLine(db, crowd, fact.ids.line, seq);
    if (fact.kind !== 'person') continue;
    for (const viewer of [...crowd.ofPerson(fact.ids.person)]) startAnew(streams, viewer, seq);
  }
};

/** Whose rights may have changed: of a group's members or a line's people it is not said who they were. */
const peopleIn = (facts: readonly Standing[], crowd: Crowd): Iterable<string> => {
  const whose = facts.filter((fact) => fact.kind === 'rights').map((fact) => fact.ids.person);
  return whose.includes(undefined) ? crowd.people() : new Set(whose.filter((id) => id !== undefined));
};

const signOut = (crowd: Crowd, streams: Streams, { person, signIn }: { person: string; signIn?: string }): void => {
  for (const viewer of [...crowd.ofPerson(person)]) {
    for (const stream of [...viewer.streams]) {
      if (signIn === undefined || stream.signIn === signIn) streams.end(stream, signal('bye', 'signed-out'));
    }
  }
};

const checkRights = async (db: Reader, crowd: Crowd, streams: Streams, person: string, seq: number): Promise<void> => {
  if (crowd.ofPerson(person).length === 0) return;
  const now = await rightsOf(db, person);
  if (!now) signOut(crowd, streams, { person });
  for (const viewer of [...crowd.ofPerson(person)]) {
    if (now && !sameRights(viewer.rights, now)) startAnew(streams, viewer, seq);
  }
};

/** The page must forget what it shows, and the stream what it may send. */
const startAnew = (streams: Streams, viewer: Viewer, seq: number): void => {
  const bytes = Buffer.concat([signal('reload', 'now', seq), signal('bye', 'again')]);
  for (const stream of [...viewer.streams]) streams.end(stream, bytes);
};

/** A line is called otherwise, or shows operators no more: at the desk and with its clients. */
const reloadLine = async (db: Reader, crowd: Crowd, line: string, seq: number): Promise<void> => {
  const clients = await clientsOfLine(db, line, crowd.people());
  const viewers = new Set([...crowd.onLine(line), ...clients.flatMap((id) => crowd.ofPerson(id))]);
  const bytes = signal('reload', 'soon', seq);
  for (const viewer of viewers) deliver(viewer, bytes);
};
