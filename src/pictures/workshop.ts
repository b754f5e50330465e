import { Worker } from 'node:worker_threads';

/**
 * Does something for one picture after another. What it takes must not be at hand before its turn: of many large pictures sent at
 * once only one is in memory.
 */
export const inTurn = async <T>(work: () => Promise<T>): Promise<T | { refused: 'busy' }> => {
  if (waiting >= mostWaiting) return { refused: 'busy' };
  waiting++;
  const turn = last.then(work);
  last = turn.then(
    () => void waiting--,
    () => void waiting--,
  );
  return await turn;
};

/** How many may wait: the last of them for some minutes, if each before it takes as long as it may. */
const mostWaiting = 10;

/** In ms: how long one picture may take, and how long the worker waits for the next. */
const patience = { picture: 20_000, idle: 10_000 };

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();
let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

/**
 * Has a picture made by the worker, in the turn of whoever asks. The worker starts with the first and ends when there was none for a
 * while, and with it all the memory that decoding took.
 *
 * @param file a picture whose head was looked at
 */
export const inWorker = async (file: Uint8Array): Promise<{ done: Uint8Array } | { refused: 'broken' }> => {
  clearTimeout(idle);
  worker ??= hire();
  const done = await ask(worker, file);
  // After a file that it could not read the decoder is in no state to read another.
  if (done === null) await dismiss();
  else idle = setTimeout(dismiss, patience.idle).unref();
  return done === null ? { refused: 'broken' } : { done };
};

const hire = (): Worker => {
  const worker = new Worker(
    new URL(import.meta.url.endsWith('.ts') ? './picture.worker.ts' : './picture.worker.js', import.meta.url),
    {
      resourceLimits: { maxOldGenerationSizeMb: 128 },
      env: {},
    },
  );
  // The process does not stay for its sake; what goes wrong in it is told to whoever waits.
  worker.unref();
  worker.on('error', () => {});
  return worker;
};

/** null when it failed, ended or took too long. */
const ask = (worker: Worker, file: Uint8Array): Promise<Uint8Array | null> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, patience.picture, null);
    const settle = (picture: unknown) => {
      clearTimeout(late);
      worker.off('message', settle).off('exit', failed);
      resolve(picture instanceof Uint8Array ? picture : null);
    };
    const failed = () => settle(null);
    worker.on('message', settle).on('exit', failed);
    const copy = Uint8Array.from(file);
    worker.postMessage(copy, [copy.buffer]);
  });

const dismiss = async (): Promise<void> => {
  const gone = worker;
  worker = undefined;
  await gone?.terminate();
};
