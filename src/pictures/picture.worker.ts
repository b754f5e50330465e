import { parentPort } from 'node:worker_threads';
import { shrink } from './shrink.ts';

parentPort?.on('message', async (file: Uint8Array) => {
  const picture = await shrink(Buffer.from(file.buffer, file.byteOffset, file.byteLength)).catch(() => null);
  parentPort?.postMessage(picture);
});
