import { drop, keep, kept } from './store.ts';

/** A message on its way: `base` is where it is written, `at` when (ms since 1970). Files are not kept: only a page can hold them. */
export type Unsent = { id: string; base: string; text: string; at: number };

/** Remembers a message until the server has it, so that a closed page loses nothing. */
export const remember = (message: Unsent): void => write([...all(), message]);

export const forget = (id: string): void => write(all().filter((message) => message.id !== id));

/** What was written here and never arrived, oldest first. */
export const unsentAt = (base: string): Unsent[] => all().filter((message) => message.base === base);

function all(): Unsent[] {
  try {
    const found: unknown = JSON.parse(kept('unsent') ?? '[]');
    return Array.isArray(found) ? found.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

const isUnsent = (one: unknown): one is Unsent =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  'base' in one &&
  'text' in one &&
  'at' in one &&
  typeof one.text === 'string';

function write(messages: Unsent[]): void {
  if (messages.length === 0) drop('unsent');
  else keep('unsent', JSON.stringify(messages));
}
