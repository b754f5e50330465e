import { environment, readConfig, WrongConfig } from '../config.ts';
import { log, setLogLevel } from '../log.ts';
import { version } from '../version.ts';
import { helpText } from './help.ts';
import { type Command, commands } from './index.ts';
import { exit, Refusal } from './refusal.ts';

/** Does what was typed and answers the exit code. Whatever goes wrong is said in words first. */
export const main = async (typed: readonly string[]): Promise<number> => {
  if (typed.includes('--help') || typed[0] === 'help') return print(helpText());
  if (typed.includes('--version')) return print(version);
  const [name = 'serve', ...args] = typed;
  const command = commands.get(name);
  if (command) return attempt(command, args);
  console.error(`There is no command "${name}". It is one of ${[...commands.keys()].join(', ')}; --help says more.`);
  return exit.usage;
};

const print = (text: string): number => {
  console.log(text);
  return exit.ok;
};

const attempt = async (command: Command, args: readonly string[]): Promise<number> => {
  try {
    const config = readConfig(environment(), command.defaults);
    setLogLevel(config.logLevel);
    // What people write here is for nobody else on this machine.
    process.umask(0o077);
    const { run } = await command.load();
    return await run(args, config);
  } catch (error) {
    if (error instanceof WrongConfig) return refuse(exit.config, error.problems.join('\n'));
    if (error instanceof Refusal) return refuse(error.code, error.message);
    log.error('failed', error);
    return refuse(exit.failure, 'Something went wrong that should not have. The line above says what and where.');
  }
};

const refuse = (code: number, words: string): number => {
  console.error(words);
  return code;
};
