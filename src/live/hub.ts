import type { Db } from '../db/doors.ts';
import { isSignedIn, type Rights, rightsOf, sameRights, writableBy } from '../sessions/watched/rights.ts';
import { signal } from './bundle.ts';
import { Crowd } from './crowd.ts';
import { type Hint, Hints, postHint } from './hints.tsx';
import { Queue } from './queue.ts';
import { replay } from './replay.ts';
import { type Outlet, send } from './stream.ts';
import { type Caller, deliver, type Limits, Streams } from './streams.ts';
import { Tally } from './tally.ts';
import { Turns } from './turns.ts';
import type { Viewer } from './viewer.ts';

/** What somebody who polls gets: everything after the cursor they sent. `reload`: the page must be loaded again instead. */
type Polled = { cursor: number; html: string; notices: unknown[]; reload: boolean };

/** The live stream: what happens becomes what each open page has to change. */
export type Hub = {
  /**
   * Opens a stream for who is signed in and replays what came after `after`.
   *
   * @param open called once it is sure that there will be a stream: writes the head of the answer
   * @returns how to tell that the connection is closed; or why there is no stream
   */
  connect(caller: Caller, after: number, open: () => Outlet): Promise<(() => void) | 'full' | 'signed-out'>;
  /** The same once, for browsers that cannot hold a stream. */
  poll(caller: Caller, after: number): Promise<Polled | 'signed-out'>;
  /** Tells the other side that somebody is typing. */
  hint(hint: Hint): void;
  /** Resolves when everything that happened so far was sent. */
  settled(): Promise<void>;
  /** Ends all streams, so that they resume elsewhere, and lets nobody in any more. */
  close(): Promise<void>;
};

export type HubOptions = {
  db: Db;
  /** Gets what should not have happened. */
  onError?: (error: unknown) => void;
  limits?: Partial<Limits>;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How often streams are told that they live, ms. */
  heartbeat?: number;
};

/** Starts to listen to what happens in the database. */
export const createHub = ({ db, onError = () => {}, limits, now = Date.now, heartbeat = 15_000 }: HubOptions): Hub => {
  const crowd = new Crowd();
  const tally = new Tally();
  const streams = new Streams(crowd, tally, { total: 10_000, perPerson: 20, lifetime: 600_000, ...limits });
  const queue = new Queue(onError);
  const turns = new Turns({ db, crowd, tally, streams, queue, now }, onError);
  const hints = new Hints();
  const beat = setInterval(() => streams.beat(turns.position, now()), heartbeat);
  beat.unref();
  let closed = false;

  const missedBy = (viewer: Viewer, after: number) => replay(db, tally, viewer, after, turns.position, now());

  const connect = async (caller: Caller, after: number, open: () => Outlet) => {
    if (closed || streams.isFull(caller.person.id)) return 'full';
    const rights = await rightsNow(db, caller);
    if (!rights) return 'signed-out';
    const viewer = streams.viewer(caller, rights, await writableBy(db.read, caller.person.id));
    const missed = after === db.facts.cursor() ? undefined : await missedBy({ ...viewer, rights }, after);
    if (missed && !(await hasStill(db, caller, rights))) return await connect(caller, after, open);
    const stream = streams.open(open(), viewer, caller.signIn, now());
    if (missed === 'reload') send(stream, signal('reload', 'soon', turns.position));
    else if (missed) send(stream, missed.encode(turns.position));
    // From here on it is in the present.
    send(stream, signal('hello', '', turns.position));
    return () => streams.drop(stream);
  };

  const poll = async (caller: Caller, after: number): Promise<Polled | 'signed-out'> => {
    const rights = await rightsNow(db, caller);
    if (!rights) return 'signed-out';
    const { id: personId, language } = caller.person;
    const viewer: Viewer = { personId, language, rights, writes: new Set(), streams: new Set() };
    const missed = await missedBy(viewer, after);
    if (!(await hasStill(db, caller, rights))) return await poll(caller, after);
    if (crowd.ofPerson(personId).length === 0) tally.forget([], [personId]);
    if (missed === 'reload') return { ...nothing(turns.position), reload: true };
    return { ...nothing(Math.max(turns.position, after)), ...missed.read() };
  };

  const tell = async (hint: Hint): Promise<void> => {
    const post = await postHint(db.read, hint, crowd);
    await turns.settle();
    for (const [viewer, bundle] of post) deliver(viewer, bundle.encode(undefined));
  };

  return {
    connect: (caller, after, open) => queue.ask(() => connect(caller, after, open)),
    poll: async (caller, after) =>
      after === db.facts.cursor() ? nothing(after) : await queue.ask(() => poll(caller, after)),
    hint(hint) {
      if (!(closed || crowd.empty) && hints.isNews(hint, now())) queue.add(() => tell(hint));
    },
    settled: () => turns.settled(),
    async close() {
      closed = true;
      turns.stop();
      clearInterval(beat);
      streams.close();
      await queue.idle();
    },
  };
};

const nothing = (cursor: number): Polled => ({ cursor, html: '', notices: [], reload: false });

const rightsNow = async (db: Db, { person, signIn }: Caller) =>
  (await isSignedIn(db.read, signIn)) ? await rightsOf(db.read, person.id) : undefined;

/** Asked again after what was missed has been put together: it may be sent to nobody who lost the right in between. */
const hasStill = async (db: Db, caller: Caller, rights: Rights): Promise<boolean> => {
  const now = await rightsNow(db, caller);
  return now !== undefined && sameRights(now, rights);
};
