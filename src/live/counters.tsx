import { BoxCount, WaitingCount } from '../../views/desk/box-count.tsx';
import { LinesCount, MessagesCount, TakeNext } from '../../views/layout/counters.tsx';
import { wordsFor } from '../i18n/index.ts';
import type { Crowd } from './crowd.ts';
import type { Scene } from './load.ts';
import type { Post } from './post.ts';
import type { Tally } from './tally.ts';
import type { Viewer } from './viewer.ts';

/** Whose numbers, and those of which lines, may have moved. */
export type Moved = { lines: ReadonlySet<string>; people: ReadonlySet<string> };

type Number = 'lines' | 'messages' | 'queue' | `${string}.${'mine' | 'unassigned' | 'active'}`;

/** Whose numbers have to be counted anew. */
export const movedIn = (scenes: readonly Scene[]): Moved => {
  const lines = new Set<string>();
  const people = new Set<string>();
  for (const { stirred, sessions, conversation } of scenes) {
    if (conversation.clientUserId !== null) people.add(conversation.clientUserId);
    for (const { touched, now } of sessions) {
      if (touched.moves.length > 0) lines.add(stirred.line);
      for (const person of peopleOf(touched, now.row.owner?.id)) people.add(person);
    }
  }
  return { lines, people };
};

/**
 * Sends the numbers that may have moved, moved or not: a page may have been rendered a moment ahead of the stream, so what
 * was sent before says nothing about what it shows.
 */
export const postCounters = (post: Post, scenes: readonly Scene[], crowd: Crowd, tally: Tally): void => {
  for (const [viewer, numbers] of numbersToSend(scenes, crowd)) {
    for (const number of numbers) postNumber(post, viewer, number, tally);
  }
};

type Wanted = (viewer: Viewer, ...numbers: Number[]) => void;

const numbersToSend = (scenes: readonly Scene[], crowd: Crowd): Map<Viewer, Set<Number>> => {
  const all = new Map<Viewer, Set<Number>>();
  const want: Wanted = (viewer, ...numbers) => {
    const known = all.get(viewer) ?? new Set();
    for (const number of numbers) known.add(number);
    all.set(viewer, known);
  };
  for (const { sessions, conversation } of scenes) {
    for (const viewer of crowd.ofPerson(conversation.clientUserId ?? '')) want(viewer, 'messages');
    for (const session of sessions) {
      wantPeoples(session, crowd, want);
      wantLines(session, crowd, want);
    }
  }
  return all;
};

const wantPeoples = ({ touched, now }: Scene['sessions'][number], crowd: Crowd, want: Wanted): void => {
  const viewers = [...peopleOf(touched, now.row.owner?.id)].flatMap((person) => crowd.ofPerson(person));
  for (const viewer of viewers) {
    want(viewer, 'lines');
    if (touched.moves.length > 0 && viewer.rights.operates.has(touched.line)) want(viewer, `${touched.line}.mine`);
  }
};

const wantLines = ({ touched, now }: Scene['sessions'][number], crowd: Crowd, want: Wanted): void => {
  if (touched.moves.length === 0) return;
  // What had an owner before and is not unassigned now never stood in the queue meanwhile without another fact of it.
  const queueMoved = now.row.state === 'unassigned' || touched.moves.some((move) => move.ids.from === undefined);
  for (const viewer of crowd.onLine(touched.line)) want(viewer, ...numbersOfLine(viewer, touched.line, queueMoved));
};

const numbersOfLine = ({ rights }: Viewer, line: string, queueMoved: boolean): Number[] => {
  const supervises = rights.supervises.has(line);
  return [
    ...(supervises ? [`${line}.active` as const] : []),
    ...(queueMoved ? [`${line}.unassigned` as const] : []),
    ...(queueMoved && supervises ? (['lines'] as const) : []),
    ...(queueMoved && rights.operates.has(line) ? (['queue'] as const) : []),
  ];
};

/** Who had the session, has it, or read it. */
const peopleOf = (touched: Scene['sessions'][number]['touched'], ownerId: string | undefined): Set<string> => {
  const before = touched.moves.flatMap((move) => move.ids.from ?? []);
  return new Set([...before, ...touched.readers, ...(ownerId === undefined ? [] : [ownerId])]);
};

const postNumber = (post: Post, viewer: Viewer, number: Number, tally: Tally): void => {
  const words = wordsFor(viewer.language);
  const counters = tally.countersOf(viewer);
  if (number === 'lines') {
    const count = counters.lines;
    post.html(viewer, `lines ${count}`, () => <LinesCount count={count} words={words} />);
    post.html(viewer, `waiting ${count}`, () => <WaitingCount count={count} words={words} />);
  } else if (number === 'messages') {
    const count = counters.messages;
    post.html(viewer, `messages ${count}`, () => <MessagesCount count={count} words={words} />);
  } else if (number === 'queue') {
    const { queue } = counters;
    post.html(viewer, `queue ${queue}`, () => <TakeNext queue={queue} words={words} />);
  } else postBox(post, viewer, number, tally);
};

const postBox = (post: Post, viewer: Viewer, number: string, tally: Tally): void => {
  const [line = '', box] = number.split('.');
  if (box !== 'mine' && box !== 'unassigned' && box !== 'active') return;
  const words = wordsFor(viewer.language);
  const count = tally.boxOf(viewer, line, box);
  const named = { id: line, name: tally.nameOf(line) };
  post.html(viewer, `${number} ${count}`, () => <BoxCount line={named} box={box} count={count} words={words} />);
};
