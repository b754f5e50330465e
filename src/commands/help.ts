import { settings } from '../config.ts';
import { version } from '../version.ts';
import { commands } from './index.ts';

/** What `--help` prints: commands and settings, from the same tables by which they are read. */
export const helpText = (): string =>
  [
    `Lines ${version}: a self-hosted chat centre`,
    '',
    'Usage: lines [command]',
    '',
    ...columns([...commands.values()].map(({ usage, help }) => [usage, help])),
    ...columns([
      ['--help', 'Print this'],
      ['--version', 'Print the version'],
    ]),
    '',
    'Settings, as environment variables:',
    '',
    ...columns(
      Object.entries(settings).map(([name, { default: value, help }]) => [
        name,
        `${help.replaceAll('`', '')} [${value || 'empty'}]`,
      ]),
    ),
  ].join('\n');

const columns = (rows: readonly (readonly [string, string])[]): string[] =>
  rows.map(([left, right]) => `  ${left.padEnd(22)} ${right}`);
