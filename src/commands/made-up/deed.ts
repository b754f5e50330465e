import type { StoredFile } from '../../files/store.ts';
import type { Outsider } from '../../sessions/outside.ts';

/** Something that somebody does in a conversation, at a time in ms since 1970. People are given by their ids. */
export type Deed = { at: number } & (
  | { do: 'write' | 'answer'; id: string; text: string; files?: readonly StoredFile[] }
  | { do: 'take' | 'return' | 'close'; by: string }
  | { do: 'give'; by: string; to: string }
  /** Somebody at the desk has read all there is. */
  | { do: 'read'; by: string }
  /** The client has read all there is. */
  | { do: 'see' }
);

/** A conversation that is to be made up: who writes to which line, and what happens then. */
export type Story = { client: { id: string; name: string }; lineId: string; deeds: readonly Deed[] };

/** The same for a client who writes from outside; the line is that of the channel. They tell nobody what they have seen. */
export type OutsideStory = { outsider: Outsider; deeds: readonly Deed[] };
