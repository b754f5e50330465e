// A bare node:http server: GET opens a stream, POST writes its body to all of them. What the live stream is held against.
import { createServer, type ServerResponse } from 'node:http';
import { listening } from './listening.ts';

const open = new Set<ServerResponse>();

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(':\n\n');
    open.add(response);
    response.on('close', () => open.delete(response));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const bytes = Buffer.concat(chunks);
    for (const stream of open) stream.write(bytes);
    response.end('ok');
  });
});

server.setTimeout(0);
listening(server);
