import { Audience } from './live/audience.ts';
import { Holder } from './live/holder.ts';
import type { ToHolder, ToTab } from './live/protocol.ts';

// All tabs of one sign-in share this worker and its stream, since a browser opens only six connections to a host.

const audience = new Audience();

// The name is the sign-in's key and the language of its pages: those of another language have a stream of their own.
const language = self.name.split(' ').at(-1) ?? '';

const holder = new Holder(language, {
  frame: (html, cursor) => audience.toAll({ kind: 'frame', html, cursor }),
  notice: (notice) => audience.tell(notice),
  reload: (when, cursor) => audience.toAll({ kind: 'reload', when, cursor }),
  state: (on) => audience.toAll({ kind: 'state', on }),
  signedOut: (how) => audience.toAll({ kind: 'signed-out', how }),
});

addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<ToHolder>) => hear(port, data);
});

addEventListener('online', () => holder.hurry());

setInterval(() => {
  audience.ping();
  if (audience.empty) holder.stop();
}, 30_000);

function hear(port: MessagePort, message: ToHolder): void {
  if (message.kind === 'pong') audience.heard(port);
  else if (message.kind === 'bye') leave(port);
  else {
    audience.set(port, message.visible, message.shows);
    if (message.kind === 'hello') greet(port, message.cursor);
  }
}

/** A page comes, or wakes up: it gets what it missed. */
function greet(port: MessagePort, cursor: number): void {
  const say = (message: ToTab): void => port.postMessage(message);
  if (!holder.running) {
    holder.start(cursor);
    return;
  }
  const missed = holder.recent.since(cursor);
  if (!missed) say({ kind: 'gap' });
  for (const frame of missed ?? []) say({ kind: 'frame', ...frame });
  say({ kind: 'state', on: holder.on });
  holder.hurry();
}

function leave(port: MessagePort): void {
  audience.remove(port);
  port.close();
  if (audience.empty) holder.stop();
}
