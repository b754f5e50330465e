import { type Answer, Connection } from './connection.ts';

/** Makes the next request of the connection with this number. */
export type Next = (connection: number) => Buffer;

/**
 * Asks over so many connections at once, each as soon as its last answer is there, for `ms` milliseconds.
 *
 * @returns requests a second
 * @throws if an answer is none of 2xx
 */
export const perSecond = async (port: number, connections: number, next: Next, ms: number): Promise<number> => {
  const open = Array.from({ length: connections }, () => new Connection(port));
  const began = performance.now();
  let last = began;
  let answered = 0;
  const work = async (connection: Connection, number: number): Promise<void> => {
    while (performance.now() - began < ms) {
      requireFine(await connection.ask(next(number)));
      answered++;
      last = performance.now();
    }
  };
  try {
    await Promise.all(open.map(work));
    return (answered / (last - began)) * 1000;
  } finally {
    for (const connection of open) connection.close();
  }
};

/** Asks each of these once, over so many connections at once. @returns requests a second */
export const onceEach = async (port: number, connections: number, requests: readonly Buffer[]): Promise<number> => {
  const open = Array.from({ length: connections }, () => new Connection(port));
  const left = [...requests];
  const began = performance.now();
  const work = async (connection: Connection): Promise<void> => {
    for (let request = left.shift(); request; request = left.shift()) requireFine(await connection.ask(request));
  };
  try {
    await Promise.all(open.map(work));
    return (requests.length / (performance.now() - began)) * 1000;
  } finally {
    for (const connection of open) connection.close();
  }
};

/** Asks once. @throws if the answer is none of 2xx */
export const askOnce = async (port: number, request: Buffer): Promise<Answer> => {
  const connection = new Connection(port);
  try {
    const answer = await connection.ask(request);
    requireFine(answer);
    return answer;
  } finally {
    connection.close();
  }
};

const requireFine = ({ status, head, body }: Answer): void => {
  if (status >= 200 && status < 300) return;
  throw new Error(`Answered ${status}:\n${head}\n\n${body.toString().slice(0, 2000)}`);
};
