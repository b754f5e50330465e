/** Everybody waits for something that only a few may do at once, and the room to wait in is full. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
}

/**
 * Lets at most `atOnce` pieces of work run at a time; up to `waiting` more wait for their turn, in order.
 * @throws Crowded when there is no room left to wait in
 */
export const createTurns = (atOnce: number, waiting: number) => {
  let running = 0;
  const queue: (() => void)[] = [];

  const turn = (): Promise<void> | undefined => {
    if (running < atOnce) {
      running++;
      return undefined;
    }
    if (queue.length >= waiting) throw new Crowded('Too many wait already.');
    return new Promise((resolve) => queue.push(resolve));
  };

  /** Hands the turn over to whoever waits longest, so that `running` never dips in between. */
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else running--;
  };

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await turn();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
