import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasPinnedNode, root } from './runtime.mjs';
import { Refusal } from './says.mjs';

const at = (path) => join(root, path);

/** Written last, so a set-up that was cut short is never taken for a whole one. */
const stamp = at('node_modules/.lines-installed');

/** The only packages whose install scripts we want: the others ship what they need (package.json's allowScripts). */
const withScripts = ['node', 'esbuild'];

/**
 * Brings `node_modules` to what package-lock.json says, if it is not there yet. A Refusal says why it could not.
 * @param {boolean} tools whether the tools for checks and tests are needed too
 */
export function ensureInstalled(tools) {
  const lock = readFileSync(at('package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const [done, extent] = read(stamp).split(' ');
  if (done === wanted && (extent === 'all' || !tools)) return;

  if (matches(JSON.parse(lock.toString()), tools) && hasPinnedNode()) {
    writeFileSync(stamp, `${wanted} ${tools ? 'all' : 'some'}`);
    return;
  }
  install();
  writeFileSync(stamp, `${wanted} all`);
}

/** Whether somebody's own `npm install` has left exactly the locked versions (npm keeps its own list, written last). */
function matches(lock, tools) {
  const list = read(at('node_modules/.package-lock.json'));
  if (list === '') return false;
  const installed = JSON.parse(list).packages;
  return Object.entries(lock.packages).every(([path, { version, optional, dev }]) => {
    const there = installed[path];
    if (path === '') return true;
    if (there === undefined) return optional === true || (dev === true && !tools);
    return there.version === version;
  });
}

function install() {
  console.log('Installing dependencies (once, about half a minute) …');
  rmSync(stamp, { force: true });
  // Scripts apart: older npm would try to compile better-sqlite3, whose binaries are already inside.
  npm('ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error');
  npm('rebuild', ...withScripts, '--ignore-scripts=false', '--loglevel=error');
  if (!hasPinnedNode()) {
    throw new Refusal(
      `The dependencies are installed, but the Node that belongs to them does not run on this machine ` +
        `(${process.platform} ${process.arch}). Lines runs on Linux, macOS and Windows, x64 or arm64.`,
    );
  }
}

function npm(...args) {
  // npm says where it is when it started us, and by which Node (ours may be the one that npm is about to replace);
  // started by hand, it is on the PATH.
  const { npm_execpath: own, npm_node_execpath: node } = process.env;
  const byNode = own !== undefined && node !== undefined && existsSync(own) && existsSync(node) && /\.c?js$/.test(own);
  const [file, before] = byNode ? [node, [own]] : ['npm', []];
  const { status, error } = spawnSync(file, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !byNode && process.platform === 'win32',
  });
  if (error) throw new Refusal(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org`);
  if (status !== 0) {
    throw new Refusal(
      `npm could not install the dependencies (\`npm ${args[0]}\` ended with code ${status}; its own words are above). ` +
        'Is the network there, and is there room on the disk? Then run the same command again: it starts afresh.',
    );
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
