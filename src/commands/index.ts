import type { Config } from '../config.ts';

/** What a command does: `args` is what was typed behind its name. Resolves to the exit code. */
type Run = (args: readonly string[], config: Config) => Promise<number>;

export type Command = {
  /** Its name and what goes behind it, as `--help` shows it. */
  usage: string;
  help: string;
  /** Defaults of its own for settings. */
  defaults?: { DATA_DIR: string };
  /** Loaded when it is called, so that no command waits for the others. */
  load(): Promise<{ run: Run }>;
};

/** Everything that can be typed, in the order of `--help`. */
export const commands: ReadonlyMap<string, Command> = new Map([
  [
    'serve',
    {
      usage: 'serve',
      help: 'Start the server (this is what happens without a command)',
      load: () => import('./serve.ts'),
    },
  ],
  [
    'demo',
    {
      usage: 'demo',
      help: 'Start with a made-up company to play with, in a data folder of its own (DATA_DIR ./demo-data)',
      defaults: { DATA_DIR: './demo-data' },
      load: () => import('./demo.ts'),
    },
  ],
  [
    'backup',
    {
      usage: 'backup FILE',
      help: 'Copy database, files and keys into one new file, also while the server runs',
      load: () => import('./backup.ts'),
    },
  ],
  [
    'restore',
    { usage: 'restore FILE', help: 'Put a backup into an empty data folder', load: () => import('./restore.ts') },
  ],
  [
    'reset-password',
    {
      usage: 'reset-password EMAIL',
      help: 'Print a link with which a person chooses a new password; --without-second-factor turns that off, too',
      load: () => import('./reset-password.ts'),
    },
  ],
  [
    'flood',
    {
      usage: 'flood',
      help: 'Fill a database for load work: --people N --lines N --conversations N --messages N',
      load: () => import('./flood.ts'),
    },
  ],
]);
