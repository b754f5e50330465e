import type { Somebody } from './company.ts';

/**
 * Reads somebody's live stream as it comes over the wire, from the fact `after` on, until it holds `text`.
 * @throws when that takes longer than ten seconds
 */
export const streamUntil = async (origin: string, who: Somebody, after: number, text: string): Promise<string> => {
  const headers = { cookie: `${who.cookie.name}=${who.cookie.value}` };
  const answer = await fetch(`${origin}/live?after=${after}`, { headers, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}`);
  let heard = '';
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    heard += piece;
    if (heard.includes(text)) break;
  }
  return heard;
};
