import type { Db, Tx } from '../db/doors.ts';
import { signIns } from '../db/schema.ts';
import type { Language } from '../i18n/language.ts';
import { newId } from '../id.ts';
import { assign } from '../sessions/assign.ts';
import { receive } from '../sessions/receive.ts';
import { isRefusal } from '../sessions/refusal.ts';
import { reply } from '../sessions/reply.ts';
import type { Hub } from './hub.ts';
import type { Outlet } from './stream.ts';

export type Heard = { event: string; data: string; id: string | undefined };

/** A browser at the other end of a stream: keeps what it was sent. */
export class Screen implements Outlet {
  #bytes = '';
  ended = false;
  dropped = false;
  writableLength = 0;

  write(chunk: Buffer): boolean {
    if (this.ended) throw new Error('Written after the end.');
    this.#bytes += chunk.toString();
    return true;
  }

  end(): void {
    this.ended = true;
  }

  destroy(): void {
    this.dropped = true;
    this.close();
  }

  /** How the server is told that the connection is closed. */
  close: () => void = () => {};

  get bytes(): string {
    return this.#bytes;
  }

  get heard(): Heard[] {
    return this.#bytes.split('\n\n').flatMap((block) => (block === '' ? [] : [parse(block)]));
  }

  /** All HTML that came, in order. */
  get html(): string {
    return this.heard
      .filter((heard) => heard.event === 'message')
      .map((heard) => heard.data)
      .join('\n');
  }

  get notices(): Record<string, unknown>[] {
    return this.heard.filter((heard) => heard.event === 'notice').map((heard) => JSON.parse(heard.data));
  }

  signals(): string[] {
    return this.heard
      .filter((heard) => !['message', 'notice', 'hello', 'beat'].includes(heard.event))
      .map((heard) => `${heard.event} ${heard.data}`);
  }

  get cursor(): number {
    return Number(this.heard.findLast((heard) => heard.id !== undefined)?.id);
  }

  /** Forgets what it was sent so far. */
  clear(): void {
    this.#bytes = '';
  }
}

/** The open sign-in of somebody, by its hash. */
export const signInOf = async (db: Db, userId: string): Promise<string> => {
  const idHash = newId();
  await db.write((tx) => tx.insert(signIns).values({ idHash, userId, createdAt: 0, expiresAt: 2 ** 50 }));
  return idHash;
};

/** Opens a stream for somebody and answers their screen, which must be let in. */
export const look = async (
  db: Db,
  hub: Hub,
  id: string,
  as: { language?: Language; after?: number; signIn?: string } = {},
): Promise<Screen> => {
  const screen = new Screen();
  const signIn = as.signIn ?? (await signInOf(db, id));
  const caller = { person: { id, language: as.language ?? 'en' }, signIn };
  const connected = await hub.connect(caller, as.after ?? db.facts.cursor(), () => screen);
  if (typeof connected === 'string') throw new Error(`Not let in: ${connected}`);
  screen.close = connected;
  return screen;
};

/** Somebody writes to a line; answers the session and the message. */
export const write = async (db: Db, personId: string, lineId: string, text: string) => {
  const message = { id: newId(), text, files: [] };
  const person = { id: personId, name: 'Client' };
  const received = await done(db, (tx) => receive(tx, person, lineId, message, Date.now()));
  return { session: received.sessionId, conversation: received.conversationId, message: message.id };
};

export const take = (db: Db, personId: string, sessionId: string) =>
  done(db, (tx) => assign(tx, personId, sessionId, personId, null, Date.now()));

export const answer = async (db: Db, personId: string, sessionId: string, text: string): Promise<string> => {
  const id = newId();
  await done(db, (tx) => reply(tx, personId, sessionId, { id, text, files: [] }, Date.now()));
  return id;
};

/** Does what must not be refused. */
export const done = async <T extends object>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
): Promise<Exclude<T, { refused: string }>> => {
  const outcome = await db.write(work);
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome as Exclude<T, { refused: string }>; // what is not refused was done
};

const parse = (block: string): Heard => {
  const lines = block.split('\n');
  const field = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  return { event: field('event')[0] ?? 'message', data: field('data').join('\n'), id: field('id')[0] };
};
