import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { cleanName } from '../../files/name.ts';
import { type FileProblem, FileRefused, type FileStore, type StoredFile } from '../../files/store.ts';
import { broken, tooLarge } from './body.ts';

/**
 * A file that was refused: at which field, its name, and why. `limit` is what would have been taken: megabytes for `too-large`,
 * files for `too-many`, which is said once a form.
 */
export type FormProblem = { field: string; name: string; problem: FileProblem | 'too-many'; limit: number };

/** A file that was stored, and the field in which it came. */
type Arrived = { field: string; file: StoredFile };

export type Parsed = {
  fields: readonly (readonly [string, string])[];
  files: readonly Arrived[];
  problems: readonly FormProblem[];
};

/** Files that one form may carry. */
export const maxFiles = 10;

/** What a form may carry: so many files, and so many bytes in each. */
export type Limits = { files: number; bytes: number };

/**
 * Reads a multipart form; what arrives in `fileFields` goes to the store while it arrives.
 * @throws HTTPException 400 for a body that breaks off, 413 for one beyond every limit; nothing is left in the store then
 */
export const parseMultipart = async (
  body: Readable,
  type: string,
  store: FileStore,
  fileFields: readonly string[],
  limits: Limits = { files: maxFiles, bytes: store.maxBytes },
): Promise<Parsed> => {
  const parser = parserOf(type);
  const fields: [string, string][] = [];
  const taker = fileTaker(store, fileFields, limits);
  let room = limits.files * limits.bytes + roomForFields;
  let text = roomForFields;
  parser.on('field', (name, value) => {
    text -= Buffer.byteLength(value);
    if (text <= 0) parser.emit('error', tooLarge());
    fields.push([name, value]);
  });
  parser.on('file', taker.take);
  body.on('data', (chunk: Buffer) => {
    room -= chunk.length;
    if (room < 0) parser.emit('error', tooLarge());
  });
  try {
    await piped(body, parser);
    return { fields, files: await taker.stored(), problems: taker.problems };
  } catch (error) {
    body.unpipe(parser).pause();
    await taker.abandon();
    throw error;
  }
};

/** Bytes that all fields of text may have together. */
const roomForFields = 1024 * 1024;

const parserOf = (type: string): BusboyInstance => {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      // The whole name, as it came: the store cleans it.
      preservePath: true,
      // A field may fill the whole form: what is longer than its schema allows is refused there, and shown again uncut.
      limits: { fieldSize: roomForFields, fields: 2000, parts: 2100, headerPairs: 20, headerSize: 16 * 1024 },
    });
  } catch (cause) {
    throw broken('no boundary', cause);
  }
};

const piped = (body: Readable, parser: BusboyInstance): Promise<void> =>
  new Promise((resolve, reject) => {
    if (body.destroyed) reject(broken('broke off'));
    parser.once('finish', resolve);
    // Stays: the parser may complain more than once, and an error nobody listens to ends the process.
    parser.on('error', (error) => reject(isAnswer(error) ? error : broken('not multipart', error)));
    parser.once('partsLimit', () => reject(tooLarge()));
    parser.once('fieldsLimit', () => reject(tooLarge()));
    body.once('error', (cause) => reject(broken('broke off', cause)));
    body.once('close', () => body.readableEnded || reject(broken('broke off')));
    body.pipe(parser);
  });

const isAnswer = (error: unknown): boolean => error instanceof Error && 'getResponse' in error;

/** Puts the files of one form into the store, and knows which are there and which are still coming. */
const fileTaker = (store: FileStore, fileFields: readonly string[], { files: most, bytes }: Limits) => {
  const coming: Promise<Arrived | undefined>[] = [];
  const streams: Readable[] = [];
  const problems: FormProblem[] = [];
  let count = 0;

  // The parser says nothing where the name is empty.
  const take = (field: string, content: Readable, name = ''): void => {
    content.on('error', () => {});
    if (!fileFields.includes(field)) return void content.resume();
    streams.push(content);
    const one = receive(field, content, name);
    // Looked at when all are here; until then a failure must not count as nobody's.
    one.catch(() => {});
    coming.push(one);
  };

  const receive = async (field: string, content: Readable, name: string): Promise<Arrived | undefined> => {
    try {
      // Those without a name count as well: of a field in which nothing was chosen browsers send one.
      if (++count > most) return void refuse(field, name, 'too-many');
      return { field, file: await store.receive(content.iterator({ destroyOnReturn: false }), name, bytes) };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // Browsers send a field in which nothing was chosen as a file without a name and without content.
      if (name !== '' || error.problem !== 'empty') refuse(field, name, error.problem);
      return undefined;
    } finally {
      // What was refused half-way has to be read to its end all the same, or the fields after it never come.
      content.resume();
    }
  };

  const refuse = (field: string, name: string, problem: FormProblem['problem']) => {
    if (problem !== 'too-many' || count === most + 1)
      problems.push({ field, name: cleanName(name), problem, limit: limitOf(problem) });
  };

  const limitOf = (problem: FormProblem['problem']): number =>
    problem === 'too-many' ? most : Math.floor(bytes / 1024 / 1024);

  return {
    take,
    problems,
    stored: async (): Promise<Arrived[]> => (await Promise.all(coming)).filter((file) => file !== undefined),
    abandon: async (): Promise<void> => {
      for (const stream of streams) stream.destroy(new Error('the form broke off'));
      const ended = await Promise.allSettled(coming);
      await store.remove(ended.flatMap((end) => (end.status === 'fulfilled' && end.value ? [end.value.file.id] : [])));
    },
  };
};
