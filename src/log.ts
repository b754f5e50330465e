import type { LogLevel } from './config.ts';

/** What goes with a line of the log: numbers, ids, names of things of ours. Never a name, address or word of a person. */
export type LogDetail = Readonly<Record<string, string | number | boolean | null | undefined>> & { error?: never };

/** One line of JSON on stderr for each event. `event` is a fixed phrase: what changes goes into `detail`. */
export const log = {
  /** Something failed that should not have. */
  error: (event: string, error: unknown, detail?: LogDetail) =>
    write('error', event, { ...detail, error: told(error) }),
  /** Something is wrong outside, and we go on. */
  warn: (event: string, detail?: LogDetail) => write('warn', event, detail),
  info: (event: string, detail?: LogDetail) => write('info', event, detail),
  debug: (event: string, detail?: LogDetail) => write('debug', event, detail),
};

/** From now on only events of this level and graver ones are written. */
export const setLogLevel = (level: LogLevel): void => {
  threshold = levels.indexOf(level);
};

const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];
let threshold = levels.indexOf('info');

const write = (level: LogLevel, event: string, detail: object | undefined): void => {
  if (levels.indexOf(level) > threshold) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...detail })}\n`);
};

/**
 * An error without what people wrote: the message of a failed query lists its parameters, so of such errors only the query
 * is told, and of each stack the places alone.
 */
const told = (error: unknown, depth = 0): object => {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const query = 'query' in error && typeof error.query === 'string' ? error.query : undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    code,
    ...(query === undefined ? { message: error.message } : { query }),
    at: places(error),
    cause: error.cause === undefined || depth > 4 ? undefined : told(error.cause, depth + 1),
  };
};

// The stack begins with the message, in which people may have pasted a stack of their own.
const places = ({ stack = '', message }: Error): string[] =>
  stack
    .replace(message, () => '')
    .match(/(?<=^\s+at ).+$/gm)
    ?.slice(0, 12) ?? [];
