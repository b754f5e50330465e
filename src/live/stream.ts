import type { Viewer } from './viewer.ts';

/** Where a stream's bytes go: a `ServerResponse` is one. */
export type Outlet = {
  write(chunk: Buffer): boolean;
  end(): unknown;
  destroy(): unknown;
  readonly writableLength: number;
};

/** One open stream of one browser. There may be thousands, so it has no timer and no closure of its own. */
export type Stream = {
  readonly outlet: Outlet;
  readonly viewer: Viewer;
  /** The sign-in whose end is the end of the stream. */
  readonly signIn: string;
  /** When it has to end, ms since 1970. */
  readonly endsAt: number;
};

/** How many bytes may wait for a slow browser before it is dropped; it resumes from where it was. */
const mostWaiting = 1_000_000;

/** Writes to a stream. A browser that is too slow to take it is dropped. */
export const send = ({ outlet }: Stream, bytes: Buffer): void => {
  outlet.write(bytes);
  if (outlet.writableLength > mostWaiting) outlet.destroy();
};

/** Sends the last bytes and ends the stream. */
export const finish = (stream: Stream, bytes: Buffer): void => {
  send(stream, bytes);
  stream.outlet.end();
};
