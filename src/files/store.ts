import type { Readable } from 'node:stream';

/** A file as it lies in the store, and as its row in `files` will say. */
export type StoredFile = {
  id: string;
  /** As the sender named it, cleaned: for people to read, never a path. */
  name: string;
  /** Sniffed from the content. */
  type: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  hash: string;
};

/** Why a file was not stored. Nothing of it is left. */
export type FileProblem = 'empty' | 'too-large' | 'disk-full';

/** A file was refused for a reason that its sender can understand. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: FileProblem;
  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(`File refused: ${problem}`, options);
    this.problem = problem;
  }
}

/** Which part of a file, both ends included. */
export type Bytes = { start: number; end: number };

/** Where the bytes of files lie. What they are and whose is said by rows. */
export type FileStore = {
  /** Bytes that one file may have. */
  readonly maxBytes: number;
  /**
   * Writes a file to the disk while it arrives, and answers when it is safely there. The file is nobody's until a row says so
   * (`keepFiles`); without one it is swept away after a day.
   * @param most bytes, for a file that may be larger than others
   * @throws FileRefused; or whatever the stream throws, when it breaks off
   */
  receive(content: AsyncIterable<Uint8Array>, name: string, most?: number): Promise<StoredFile>;
  /** The content, or a part of it; undefined if the store has no such file. */
  open(id: string, part?: Bytes): Promise<Readable | undefined>;
  /** Deletes files; those that are not there are not missed. */
  remove(ids: readonly string[]): Promise<void>;
  /** The files that have lain here since before `before` (ms since 1970), in batches. */
  olderThan(before: number): AsyncIterable<readonly string[]>;
  /** Makes a file look as if it had come just now, so that it is not swept for another day. */
  touch(id: string): Promise<void>;
};
