import type { Words } from '../../src/i18n/words.ts';

/** How a moment is told: `time` 14:05 · `moment` 12 Nov, 14:05 · `list` the shorter of both · `date` and `day` 12 Nov 2026 · `wait` how long it lasts since. */
type Kind = 'time' | 'moment' | 'list' | 'date' | 'day' | 'wait';

const shapes: Record<Exclude<Kind, 'list' | 'day' | 'wait'>, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
};

/**
 * A moment (`at`: ms since 1970). The server tells it in UTC, which is all that is known without scripts; the page's script tells it
 * in the zone of whoever looks, and counts `wait` up.
 */
export const Time = ({ at, kind, words }: { at: number; kind: Kind; words: Words }) => (
  <time datetime={new Date(at).toISOString()} data-time={kind}>
    {format(words.language, plain[kind], at)}
  </time>
);

/** What the server can say of each kind. */
const plain = { time: 'time', moment: 'moment', list: 'moment', date: 'date', day: 'date', wait: 'time' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times as much as using it. */
function format(language: string, shape: keyof typeof shapes, at: number): string {
  const key = language + shape;
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...shapes[shape], timeZone: 'UTC' });
  formats.set(key, known);
  return known.format(at);
}
