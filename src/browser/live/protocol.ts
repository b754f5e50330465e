/** What a tab tells the holder of the stream. `cursor`: the last fact that its page shows. */
export type ToHolder =
  | { kind: 'hello'; cursor: number; visible: boolean; shows: readonly string[] }
  | { kind: 'look'; visible: boolean; shows: readonly string[] }
  | { kind: 'pong' }
  | { kind: 'bye' };

/** A notice, to be told once. */
export type Notice = { id: string; about: string; title: string; text: string; href: string };

/** What the holder of the stream tells a tab. */
export type ToTab =
  | { kind: 'frame'; html: string; cursor: number }
  /** The tab is behind what the holder remembers, and has to ask itself. */
  | { kind: 'gap' }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'reload'; when: string; cursor: number }
  | { kind: 'state'; on: boolean }
  /** The sign-in is over: it was ended, or it lapsed in the middle of things. */
  | { kind: 'signed-out'; how: 'ended' | 'lapsed' }
  | { kind: 'ping' };

/** The answer of `/live/poll`. */
export type Polled = { cursor: number; html: string; notices: Notice[]; reload: boolean };
