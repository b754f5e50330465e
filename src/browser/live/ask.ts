import type { Polled } from './protocol.ts';

/** How asking the server went; `wait`: when it may be asked again, ms. */
export type Asked =
  | { kind: 'answer'; polled: Polled }
  | { kind: 'signed-out' }
  | { kind: 'later'; wait: number }
  | { kind: 'unreachable' };

/** Asks for everything after `cursor`. Whoever is not signed in any more would be led to the sign-in page. */
export async function ask(cursor: number, language: string): Promise<Asked> {
  try {
    const answer = await fetch(`/live/poll?after=${cursor}&language=${language}`, {
      redirect: 'manual',
      cache: 'no-store',
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed-out' };
    if (answer.ok) return { kind: 'answer', polled: await answer.json() };
    const seconds = Number(answer.headers.get('Retry-After'));
    return { kind: 'later', wait: (seconds || 5) * 1000 };
  } catch {
    return { kind: 'unreachable' };
  }
}
