import type { Words } from '../../src/i18n/words.ts';

/** How a moment is told: `time` 14:05 · `moment` 12 Nov, 14:05 · `list` the shorter of both · `date` and `day` 12 Nov 2026 · `wait` how long it lasts since. */
type Kind = 'time' | 'moment' | 'list' | 'date' | 'day' | 'wait';

const shapes: Record<Exclude<Kind, 'list' | 'day' | 'wait'>, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
};

/**
 * A moment (`at`: ms since 1970). The server tells it in the zone that whoever looks has chosen, else in UTC, which is all that is known
 * without scripts; the page's script tells it in their zone, and counts `wait` up.
 */
export const Time = ({ at, kind, words }: { at: number; kind: Kind; words: Words }) => (
  <time datetime={new Date(at).toISOString()} data-time={kind}>
    {formatOf(words, plain[kind]).format(at)}
  </time>
);

/** What the server can say of each kind. */
const plain = { time: 'time', moment: 'moment', list: 'moment', date: 'date', day: 'date', wait: 'time' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether two moments lie on one day where whoever looks is, as far as that is known. */
export const sameDay = (one: number, other: number, words: Words): boolean => {
  if (words.zone === undefined) return Math.floor(one / day) === Math.floor(other / day);
  const { format } = formatOf(words, 'date');
  return format(one) === format(other);
};

const day = 86_400_000;

/** Making a format costs a hundred times as much as using it. */
function formatOf({ language, zone = 'UTC' }: Words, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${language} ${shape} ${zone}`;
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...shapes[shape], timeZone: zone });
  formats.set(key, known);
  return known;
}
