import type { Reader } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { clientsOfLine } from '../sessions/watched/conversation.ts';
import { linesWithApp } from '../sessions/watched/records.ts';
import { rightsOfAll, sameRights } from '../sessions/watched/rights.ts';
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
  const people = facts.some((fact) => fact.kind === 'app') ? crowd.people() : whoseRights(facts, crowd);
  await checkRights(db, crowd, streams, people, seq);
  for (const fact of facts) {
    if (fact.kind === 'line') await reloadLine(db, crowd, fact.ids.line, seq);
    if (fact.kind === 'app') await reloadApp(db, crowd, fact.ids.app, seq);
    if (fact.kind !== 'person') continue;
    for (const viewer of [...crowd.ofPerson(fact.ids.person)]) startAnew(streams, viewer, seq);
  }
};

/**
 * Who of the crowd may have other rights now: of a group's members, a unit's or a line's people it is not said who they were, so
 * that all are looked at, in few queries.
 */
export const whoseRights = (facts: readonly Fact[], crowd: Crowd): readonly string[] => {
  const rights = facts.filter((fact) => fact.kind === 'rights');
  if (rights.some((fact) => fact.ids.person === undefined)) return crowd.people();
  return [...new Set(rights.flatMap((fact) => fact.ids.person ?? []))].filter((id) => crowd.ofPerson(id).length > 0);
};

const signOut = (crowd: Crowd, streams: Streams, { person, signIn }: { person: string; signIn?: string }): void => {
  for (const viewer of [...crowd.ofPerson(person)]) {
    for (const stream of [...viewer.streams]) {
      if (signIn === undefined || stream.signIn === signIn) streams.end(stream, signal('bye', 'signed-out'));
    }
  }
};

const checkRights = async (
  db: Reader,
  crowd: Crowd,
  streams: Streams,
  people: readonly string[],
  seq: number,
): Promise<void> => {
  const all = await rightsOfAll(db, people);
  for (const person of people) {
    const now = all.get(person);
    if (!now) signOut(crowd, streams, { person });
    for (const viewer of [...crowd.ofPerson(person)]) {
      if (now && !sameRights(viewer.rights, now)) startAnew(streams, viewer, seq);
    }
  }
};

/** The page must forget what it shows, and the stream what it may send. */
const startAnew = (streams: Streams, viewer: Viewer, seq: number): void => {
  const bytes = Buffer.concat([signal('reload', 'now', seq), signal('bye', 'again')]);
  for (const stream of [...viewer.streams]) streams.end(stream, bytes);
};

/** An app is called otherwise, or there is another form of it: at the desk of the lines that use it. */
const reloadApp = async (db: Reader, crowd: Crowd, app: string, seq: number): Promise<void> => {
  const viewers = new Set([...(await linesWithApp(db, app))].flatMap((line) => [...crowd.onLine(line)]));
  const bytes = signal('reload', 'soon', seq);
  for (const viewer of viewers) deliver(viewer, bytes);
};

/** A line is called otherwise, or shows operators no more: at the desk and with its clients. */
const reloadLine = async (db: Reader, crowd: Crowd, line: string, seq: number): Promise<void> => {
  const clients = await clientsOfLine(db, line, crowd.people());
  const viewers = new Set([...crowd.onLine(line), ...clients.flatMap((id) => crowd.ofPerson(id))]);
  const bytes = signal('reload', 'soon', seq);
  for (const viewer of viewers) deliver(viewer, bytes);
};
