import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findViolations } from './arrows.ts';

// A check that finds nothing may be blind: here each is shown what it must find, and a twin that it must let pass.

interface Plant {
  readonly file: string;
  readonly text: string;
  /** What the check must say; undefined for the twin that is right. */
  readonly expect: RegExp | undefined;
}

const arrows: readonly Plant[] = [
  { file: 'src/db/a.ts', text: "import '../people/b.ts';", expect: /db must not know people/ },
  {
    file: 'src/people/b.ts',
    text: "import type { C } from '../sessions/c.ts';",
    expect: /people must not know sessions/,
  },
  {
    file: 'src/sessions/c.ts',
    text: "export const web = () => import('../web/d.ts');",
    expect: /sessions must not know web/,
  },
  { file: 'src/web/d.ts', text: "export { db } from '../db/a.ts';", expect: /web must not know db/ },
  {
    file: 'views/e.tsx',
    text: "import { b } from '../src/people/b.ts';\nexport const E = () => <p>{b}</p>;",
    expect: /views must not know people/,
  },
  {
    file: 'views/f.tsx',
    text: "import type { Context } from 'hono';\nexport type F = Context;",
    expect: /nothing of HTTP/,
  },
  { file: 'views/g.tsx', text: "export type G = import('../src/db/a.ts').A;", expect: /views must not know db/ },
  { file: 'src/web/h.ts', text: "import Database from 'better-sqlite3';", expect: /which database/ },
  { file: 'src/stray/i.ts', text: "import '../web/d.ts';", expect: /in no room/ },
  { file: 'src/web/j.ts', text: 'export const j = (x: string) => import(x);', expect: /must say what it loads/ },
  {
    file: 'views/ok.tsx',
    text: "import type { B } from '../src/people/b.ts';\nexport type Ok = B;",
    expect: undefined,
  },
  { file: 'src/web/ok.ts', text: "import { b } from '../people/b.ts';\nexport { b };", expect: undefined },
];

const lint: readonly Plant[] = [
  { file: 'src/web/a.ts', text: 'export const one = query.get();', expect: /Only SQLite's queries/ },
  { file: 'src/lines/b.ts', text: 'export const all = query.all();', expect: /Only SQLite's queries/ },
  { file: 'src/people/c.ts', text: 'export const done = query.run({ id: 1 });', expect: /Only SQLite's queries/ },
  { file: 'src/web/d.ts', text: 'export const home = process.env["HOME"];', expect: /noProcessEnv/ },
  { file: 'src/web/e.ts', text: 'console.log(1);', expect: /noConsole/ },
  { file: 'src/web/f.ts', text: 'export const f = (x: any) => x;', expect: /noExplicitAny/ },
  { file: 'src/web/g.ts', text: 'export const g = (x?: string) => x!.length;', expect: /noNonNullAssertion/ },
  {
    file: 'src/web/i.ts',
    text: 'const later = async () => {};\nexport const i = () => {\n  later();\n};',
    expect: /noFloatingPromises/,
  },
  { file: 'views/h.tsx', text: 'export const H = () => <p style="color: red">x</p>;', expect: /noInlineStyles/ },
  { file: 'src/web/ok.ts', text: "export const ok = (map: Map<string, number>) => map.get('x');\n", expect: undefined },
  { file: 'src/db/ok.ts', text: 'export const ok = (query: { get(): number }) => query.get();\n', expect: undefined },
];

const wrong = [...tried(arrows, findArrows), ...tried(lint, findLint)];
for (const line of wrong) console.error(line);
console.log(`${arrows.length + lint.length} planted files, ${wrong.length} taken for what they are not`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Plants the files in a folder of their own, lets the check look at it, and tells what it got wrong. */
function tried(plants: readonly Plant[], find: (root: string) => readonly string[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'lines-planted-'));
  try {
    for (const { file, text } of plants) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const said = find(root);
    return plants.flatMap((plant) => judge(plant, said.filter((line) => line.includes(plant.file)).join('\n')));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function findArrows(root: string): readonly string[] {
  return findViolations(root).violations;
}

function findLint(root: string): readonly string[] {
  cpSync('.config', join(root, '.config'), { recursive: true });
  const args = ['lint', '--config-path=.config/lint.jsonc', '--reporter=github', 'src', 'views'];
  const { stdout, stderr, error } = spawnSync('biome', args, { cwd: root, encoding: 'utf8' });
  if (error !== undefined) throw error;
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('::error'));
  if (lines.length === 0) throw new Error(`Biome said nothing of planted errors:\n${stdout}${stderr}`);
  return lines;
}

/** Nothing if the check said what it had to, else a line that tells the difference. */
function judge({ file, text, expect }: Plant, said: string): string[] {
  if (expect === undefined)
    return said === '' ? [] : [`${file}: refused, though it is right (${text.trim()}):\n${said}`];
  return expect.test(said) ? [] : [`${file}: not found out (${text.trim()}); the check said: ${said || 'nothing'}`];
}
