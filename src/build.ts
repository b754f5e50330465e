import { rmSync } from 'node:fs';
import { buildAssets } from './build/assets.ts';
import { buildServer } from './build/server.ts';

// Run by the pinned Node as it is. DEV=1 leaves out what only costs time while one works: the compressed copies.

// Whatever comes out, it is not what the last `npm start` found fresh.
rmSync('dist/.built', { force: true });

const started = performance.now();
try {
  const [assets] = await Promise.all([buildAssets({ compress: process.env['DEV'] !== '1' }), buildServer()]);
  console.log(`Built the server and ${assets} assets in ${Math.round(performance.now() - started)} ms`);
} catch (error) {
  // esbuild has shown its own messages already; anything else still has to be said.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exitCode = 1;
}
