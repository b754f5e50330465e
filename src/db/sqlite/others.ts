import type { Fact } from '../facts.ts';
import type { Client } from './connect.ts';

/** How often to look whether another process wrote, ms: a command at the console shall end an open page, but not at once. */
const pause = 1_000;

/**
 * Calls `changed` after another process wrote to the file. The version does not change with what the client itself commits.
 *
 * @param onError gets what goes wrong; it looks again the next time
 * @returns how to stop
 */
export const watchOthers = (client: Client, changed: () => void, onError: (error: unknown) => void): (() => void) => {
  const version = client.prepare<[], number>('PRAGMA data_version').pluck();
  let seen = version.get();
  const look = () => {
    try {
      const now = version.get();
      if (now !== seen) changed();
      seen = now;
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(look, pause).unref();
  return () => clearInterval(timer);
};

/** Reads committed facts at once, between two of the event loop's turns: so no commit can come in between. */
export const factsBetween = (client: Client): ((after: number, upTo: number) => readonly Fact[]) => {
  const select = client.prepare<[number, number], { seq: number; at: number; kind: string; ids: string }>(
    'SELECT seq, at, kind, ids FROM facts WHERE seq > ? AND seq <= ? ORDER BY seq',
  );
  return (after, upTo) =>
    select.all(after, upTo).map(({ seq, at, kind, ids }) => ({ seq, at, kind, ids: JSON.parse(ids) }) as Fact);
};
