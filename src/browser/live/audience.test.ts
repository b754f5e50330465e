import { expect, test } from 'vitest';
import { Audience } from './audience.ts';
import type { Notice } from './protocol.ts';

const notice: Notice = { id: 'n1', about: 's1', title: 'New', text: 'Hello', href: '/sessions/s1' };

/** A tab's end of the wire. */
const port = () => {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  const heard: unknown[] = [];
  port1.postMessage = (message: unknown) => heard.push(message);
  return { port: port1, heard };
};

test('a notice is told once, by a tab that is seen', () => {
  const audience = new Audience();
  const [hidden, seen, last] = [port(), port(), port()];
  audience.set(hidden.port, false, []);
  audience.set(seen.port, true, ['s2']);
  audience.set(last.port, false, []);
  audience.tell(notice);
  audience.tell(notice);
  expect([hidden.heard, seen.heard, last.heard]).toEqual([[], [{ kind: 'notice', notice }], []]);
});

test('in a browser that nobody looks at, one tab tells it all the same', () => {
  const audience = new Audience();
  const [first, last] = [port(), port()];
  audience.set(first.port, false, ['s1']);
  audience.set(last.port, false, []);
  audience.tell(notice);
  expect([first.heard.length, last.heard.length]).toEqual([0, 1]);
});

test('what it is about being on the screen, nobody is disturbed', () => {
  const audience = new Audience();
  const [reads, other] = [port(), port()];
  audience.set(other.port, true, []);
  audience.set(reads.port, true, ['c1', 's1']);
  audience.tell(notice);
  expect([reads.heard, other.heard]).toEqual([[], []]);
});
