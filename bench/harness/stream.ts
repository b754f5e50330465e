import { connect, type Socket } from 'node:net';

/** Gets the id of each message that a stream brings. */
export type OnMessage = (id: string) => void;

/** As many streams as there are requests, a few at a time. `onMessage` gets the stream's number, too. */
export const openStreams = async (
  port: number,
  requests: readonly Buffer[],
  onMessage: (stream: number, id: string) => void,
): Promise<OpenStream[]> => {
  const streams: OpenStream[] = [];
  for (let from = 0; from < requests.length; from += 20) {
    const some = requests.slice(from, from + 20);
    const opened = some.map((request, index) => openStream(port, request, (id) => onMessage(from + index, id)));
    streams.push(...(await Promise.all(opened)));
  }
  return streams;
};

/**
 * Opens an event stream and looks in its bytes for messages (`id="m-…"`), without taking them apart any further.
 * Resolves when the answer's head is there. @throws if it is not 200
 */
const openStream = async (port: number, request: Buffer, onMessage: OnMessage): Promise<OpenStream> => {
  const stream = new OpenStream(connect({ port, host: '127.0.0.1' }), onMessage);
  await stream.begin(request);
  return stream;
};

export class OpenStream {
  /** Bytes that came so far. */
  bytes = 0;
  readonly #socket: Socket;
  readonly #onMessage: OnMessage;
  #rest: Buffer = Buffer.alloc(0);

  constructor(socket: Socket, onMessage: OnMessage) {
    this.#socket = socket;
    this.#onMessage = onMessage;
  }

  begin(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once('data', (head: Buffer) => {
        const line = head.toString('latin1', 0, head.indexOf('\r\n'));
        if (line.startsWith('HTTP/1.1 200')) resolve();
        else reject(new Error(`A stream was answered ${line}`));
        this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
      });
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length;
    // A mark may have been cut in two: what is left of the last chunk is too short to hold a whole one.
    const seam = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk.subarray(0, whole - 1)]) : this.#rest;
    this.#search(seam);
    this.#search(chunk);
    const kept = chunk.length >= whole - 1 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = kept.subarray(Math.max(0, kept.length - (whole - 1)));
  }

  #search(bytes: Buffer): void {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + whole)) {
      if (at + whole <= bytes.length) this.#onMessage(bytes.toString('latin1', at + mark.length, at + whole));
    }
  }
}

const mark = Buffer.from('id="m-');
const whole = mark.length + 36;
