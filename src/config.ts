import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Proxies, proxies } from './config/proxies.ts';

/** What the product was told by its environment: parsed, checked and frozen once at start. Nothing else reads `process.env`. */
export type Config = Readonly<{
  /** 0: any free port. */
  port: number;
  /** Undefined: every address of the machine. */
  host: string | undefined;
  /** Absolute. */
  dataDir: string;
  /** Scheme, host and port alone: no path, no slash at the end. */
  publicUrl: string | undefined;
  /** The addresses whose word about the real client is taken. */
  trustedProxies: Proxies;
  logLevel: LogLevel;
  /** Bytes that one uploaded file may have. */
  maxUploadBytes: number;
  /** Bytes that a file of items may have. */
  maxImportBytes: number;
  /** Undefined: the system's. */
  demoLanguage: 'en' | 'ru' | undefined;
}>;

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** The settings cannot be used. `problems` names each wrong one, what it was and what was expected. */
export class WrongConfig extends Error {
  override readonly name = 'WrongConfig';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

type Setting = {
  default: string;
  /** For `--help` and the README. */
  help: string;
  /** Finishes the sentence "NAME is …, expected …". */
  expected: string;
};

/** Every setting, in the order in which people read them. Parser, `--help` and README are made from this one table. */
export const settings = {
  PORT: { default: '3000', help: 'Port to listen on', expected: 'a whole number from 0 to 65535 (0: any free port)' },
  HOST: {
    default: '',
    help: 'Address to listen on; empty: every address of the machine, `127.0.0.1`: this machine alone',
    expected: 'an IP address or a host name',
  },
  DATA_DIR: { default: './data', help: 'Folder for database, files and keys', expected: 'a path' },
  PUBLIC_URL: {
    default: '',
    help: 'Address under which people reach it, such as `https://lines.example.org`; empty: as each request says',
    expected: 'an address such as https://lines.example.org, without a path',
  },
  DATABASE_URL: {
    default: '',
    help: 'Empty: SQLite in the data folder. Nothing else is served yet',
    expected: 'nothing: only SQLite in the data folder is served for now, PostgreSQL and other databases are not',
  },
  TRUSTED_PROXIES: {
    default: '',
    help: 'Addresses of reverse proxies in front, such as `127.0.0.1, 10.0.0.0/8`: their `X-Forwarded-…` headers are believed',
    expected: 'IP addresses or networks such as 127.0.0.1, 10.0.0.0/8, separated by commas',
  },
  LOG_LEVEL: { default: 'info', help: 'How much is logged', expected: 'one of error, warn, info, debug' },
  MAX_UPLOAD_MB: {
    default: '25',
    help: 'Megabytes that one uploaded file may have',
    expected: 'a whole number from 1 to 2048',
  },
  MAX_IMPORT_MB: {
    default: '200',
    help: 'Megabytes that a file of items to import may have',
    expected: 'a whole number from 1 to 2048',
  },
  DEMO_LANG: {
    default: '',
    help: "Language of the demo, `en` or `ru`; empty: the system's",
    expected: 'en or ru',
  },
} as const satisfies Record<string, Setting>;

type Name = keyof typeof settings;

/**
 * Reads the settings.
 *
 * @param environment where they stand; what is empty there counts as not set
 * @param defaults other defaults than the table's, for commands that have their own
 * @throws WrongConfig that names every wrong one
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  defaults: Partial<Record<Name, string>> = {},
): Config => {
  const given = (name: Name) => environment[name]?.trim() || (defaults[name] ?? settings[name].default);
  const read = schema.safeParse(Object.fromEntries(names.map((name) => [name, given(name)])));
  if (!read.success) {
    const wrong = new Set(read.error.issues.map((issue) => issue.path[0]));
    throw new WrongConfig(names.filter((name) => wrong.has(name)).map((name) => problem(name, given(name))));
  }
  const set = read.data;
  return Object.freeze({
    port: set.PORT,
    host: set.HOST,
    dataDir: set.DATA_DIR,
    publicUrl: set.PUBLIC_URL,
    trustedProxies: set.TRUSTED_PROXIES,
    logLevel: set.LOG_LEVEL,
    maxUploadBytes: set.MAX_UPLOAD_MB * 1024 * 1024,
    maxImportBytes: set.MAX_IMPORT_MB * 1024 * 1024,
    demoLanguage: set.DEMO_LANG,
  });
};

/** The environment of this process. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env;

const names = Object.keys(settings).filter((name): name is Name => name in settings);

// A database's address may hold a password: it is not repeated.
const problem = (name: Name, value: string): string =>
  `${name} is ${name === 'DATABASE_URL' ? 'set' : JSON.stringify(value)}, expected ${settings[name].expected}`;

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to));

const origin = z.string().transform((value, context) => {
  if (value === '') return undefined;
  const url = URL.parse(value);
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (plain) return url.origin;
  context.addIssue('not an origin');
  return z.NEVER;
});

const schema = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z
    .string()
    .refine((value) => value === '' || isIP(value) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value))
    .transform((value) => value || undefined),
  DATA_DIR: z
    .string()
    .refine((value) => !value.includes('\0'))
    .transform((value) => resolve(value)),
  PUBLIC_URL: origin,
  DATABASE_URL: z.literal(''),
  TRUSTED_PROXIES: z.string().transform((value, context) => {
    const list = proxies(value);
    if (list) return list;
    context.addIssue('not a list of addresses');
    return z.NEVER;
  }),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']),
  MAX_UPLOAD_MB: wholeNumber(1, 2048),
  MAX_IMPORT_MB: wholeNumber(1, 2048),
  DEMO_LANG: z.union([z.literal('').transform(() => undefined), z.enum(['en', 'ru'])]),
});
