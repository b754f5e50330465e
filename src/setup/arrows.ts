import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { closedPackages, type Room, rooms } from './rooms.ts';

/** What was read in a folder laid out like the project, and each import that points the wrong way, in words. */
export interface Findings {
  readonly modules: number;
  readonly arrows: number;
  readonly violations: readonly string[];
}

/** Reads every module of src and views under `root` and holds its imports against rooms.ts. */
export function findViolations(root: string): Findings {
  const files = globSync('{src,views}/**/*.{ts,tsx}', { cwd: root }).sort();
  const violations: string[] = [];
  let arrows = 0;
  for (const file of files) {
    const imports = importsOf(join(root, file));
    arrows += imports.length;
    for (const one of imports) {
      const wrong = whatIsWrong(root, file, one);
      if (wrong !== undefined)
        violations.push(`${file}: imports ${one.typeOnly ? 'types of ' : ''}${one.from}: ${wrong}`);
    }
  }
  return { modules: files.length, arrows, violations };
}

function whatIsWrong(root: string, file: string, { from, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return `${file} is in no room that src/setup/rooms.ts knows`;
  if (from === '') return room.mayImport === 'all' ? undefined : 'an import() must say what it loads';
  if (!from.startsWith('.')) return closed(room, from);

  const target = relative(root, join(root, file, '..', from));
  const there = roomOf(target);
  if (there === undefined) return `${target} is in no room that src/setup/rooms.ts knows`;
  if (there.name === room.name || room.mayImport === 'all' || room.mayImport.includes(there.name)) return undefined;
  if (typeOnly && room.mayImport.includes(`type:${there.name}`)) return undefined;
  return `${room.name} must not know ${there.name}`;
}

function closed(room: Room, from: string): string | undefined {
  const rule = closedPackages.find(({ packages, onlyIn }) => packages.test(from) && !onlyIn.includes(room.name));
  return rule?.why;
}

function roomOf(file: string): Room | undefined {
  return rooms.find(({ path }) => path.test(file));
}
