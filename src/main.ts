import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

// Nothing but this runs on a Node that is too old: better-sqlite3 would end the process there without a word.
const oldest = 22;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldest) {
  console.error(
    `Lines needs Node ${oldest} or newer, and this is ${process.versions.node}. \`npm start\` brings its own.`,
  );
  process.exitCode = 78;
} else {
  // What the first start compiled lies beside the program for the next ones: they take a third less time. Where it cannot be
  // written, each start compiles anew. An old Node has no such thing, hence no import by name.
  modules.enableCompileCache(fileURLToPath(new URL('./compiled/', import.meta.url)));
  const { main } = await import('./commands/main.ts');
  process.exitCode = await main(process.argv.slice(2));
  // Everything is closed by now. If something still holds the process, that must not keep a supervisor waiting.
  setTimeout(() => process.exit(), 500).unref();
}
