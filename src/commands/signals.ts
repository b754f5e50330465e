import { log } from '../log.ts';
import { exit } from './refusal.ts';

/**
 * Resolves to the exit code once the process is asked to stop: by a signal, or by an error that nobody caught, after which
 * nothing may be relied on any more. A second signal ends it at once.
 */
export const stopRequested = (): Promise<number> =>
  new Promise((resolve) => {
    let asked = false;
    const onSignal = (): void => {
      if (asked) process.exit(exit.failure);
      asked = true;
      resolve(exit.ok);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
    // Nobody reads what is printed any more: to tell that there would fail again, and so for ever.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    process.on('uncaughtException', (error) => {
      log.error('an error nobody caught: stopping', error);
      resolve(exit.failure);
    });
    // What fails here fails alone: whoever waited for it was answered, or has gone.
    process.on('unhandledRejection', (error) => log.error('a failure nobody waited for', error));
  });
