/** A part of the house, and the rooms that it may import from ("type:" before a name allows `import type` alone). */
export interface Room {
  readonly name: string;
  readonly path: RegExp;
  readonly mayImport: readonly string[] | 'all';
}

/**
 * Which way the arrows point (docs/decisions/2026-11-22-directions.md). The first room whose path matches a file is its room; a room may
 * always import from itself. A file that is in no room is an error: whoever opens a new room says here what it may see.
 */
export const rooms: readonly Room[] = [
  { name: 'tests', path: /\.(test|long|spec)\.tsx?$|(^|[/.])testing(\.tsx?$|\/)/, mayImport: 'all' },
  { name: 'top', path: /^src\/(main|app)\.ts$|^src\/commands\//, mayImport: 'all' },
  {
    name: 'tools',
    path: /^(src\/(setup|build)(\/|\.ts$)|e2e\/|bench\/|\.config\/|drizzle\.config\.ts$)/,
    mayImport: 'all',
  },
  { name: 'base', path: /^src\/(config|log|version|id|secrets)(\.ts$|\/)/, mayImport: ['package'] },
  { name: 'package', path: /^package\.json$/, mayImport: [] },
  { name: 'csv', path: /^src\/csv\//, mayImport: [] },
  // Whoever catches what the database throws has to know its names, and nothing else of it.
  { name: 'db-errors', path: /^src\/db\/errors\.ts$/, mayImport: ['base'] },
  { name: 'db', path: /^src\/db\//, mayImport: ['base', 'db-errors'] },
  { name: 'people', path: /^src\/people\//, mayImport: ['base', 'csv', 'db', 'db-errors', 'type:i18n'] },
  // How what a field holds is called and written: pure, so that pages say it as titles and files do.
  { name: 'shown', path: /^src\/apps\/fields\/shown\//, mayImport: ['type:apps', 'type:i18n'] },
  {
    name: 'apps',
    path: /^src\/apps\//,
    mayImport: ['shown', 'base', 'csv', 'db', 'db-errors', 'people', 'files', 'type:i18n'],
  },
  { name: 'lines', path: /^src\/lines\//, mayImport: ['base', 'db', 'db-errors', 'people', 'apps'] },
  { name: 'pictures', path: /^src\/pictures\//, mayImport: ['base'] },
  { name: 'files', path: /^src\/files\//, mayImport: ['base', 'db', 'db-errors'] },
  {
    name: 'sessions',
    path: /^src\/sessions\//,
    mayImport: ['base', 'db', 'db-errors', 'people', 'lines', 'files', 'apps'],
  },
  // Creating records from the chat: what ties sessions and their accounts to items.
  {
    name: 'records',
    path: /^src\/records\//,
    mayImport: ['base', 'db', 'db-errors', 'people', 'lines', 'sessions', 'apps', 'files'],
  },
  { name: 'audit', path: /^src\/audit\//, mayImport: ['base', 'db', 'db-errors'] },
  {
    name: 'live',
    path: /^src\/live\//,
    mayImport: ['base', 'sessions', 'apps', 'records', 'views', 'i18n', 'type:db', 'type:people', 'type:lines'],
  },
  {
    name: 'web',
    path: /^src\/web\//,
    mayImport: [
      'base',
      'csv',
      'people',
      'lines',
      'sessions',
      'apps',
      'shown',
      'records',
      'files',
      'pictures',
      'audit',
      'live',
      'views',
      'i18n',
      'type:db',
      'db-errors',
    ],
  },
  // The closed list of what the audit log tells is what its words are typed by.
  { name: 'i18n', path: /^src\/i18n\//, mayImport: ['type:db'] },
  { name: 'browser', path: /^src\/browser\//, mayImport: [] },
  {
    name: 'views',
    path: /^views\//,
    mayImport: [
      'i18n',
      'shown',
      'type:people',
      'type:lines',
      'type:sessions',
      'type:apps',
      'type:records',
      'type:files',
      'type:audit',
      'type:live',
      'type:web',
    ],
  },
];

/** Packages that a room must not know, whatever its arrows say. */
export const closedPackages: readonly {
  readonly packages: RegExp;
  readonly onlyIn: readonly string[];
  readonly why: string;
}[] = [
  {
    packages:
      /^(better-sqlite3|drizzle-orm\/(better-sqlite3|pglite|sqlite-core|pg-core|node-postgres)|@electric-sql\/pglite)/,
    onlyIn: ['db', 'tests', 'tools'],
    why: 'nothing outside src/db knows which database it is',
  },
  {
    packages: /^drizzle-orm/,
    onlyIn: ['db', 'people', 'lines', 'sessions', 'apps', 'records', 'files', 'audit', 'tests', 'tools'],
    why: 'only rooms with data ask for it',
  },
  { packages: /^@cf-wasm\//, onlyIn: ['pictures', 'tests'], why: 'pictures are decoded in a worker alone' },
  { packages: /^lucia$/, onlyIn: ['people', 'tests'], why: 'Lucia stays where it can be replaced' },
  {
    packages: /^(hono$|hono\/(?!jsx|html|utils)|@hono\/)/,
    onlyIn: ['web', 'live', 'top', 'tests', 'tools'],
    why: 'rooms and views know nothing of HTTP',
  },
];
