import { around } from './dom.ts';
import { whenever } from './whenever.ts';
import { language, say } from './words.ts';

// Who reads American English also reads its clock.
const locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
const time = format({ timeStyle: 'short' });
const date = format({ day: 'numeric', month: 'short' });
const longDate = format({ day: 'numeric', month: 'long' });
const dateWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const moment = format({ dateStyle: 'medium', timeStyle: 'short' });
// Sweden writes its dates as computers read them.
const day = format({ dateStyle: 'short' }, 'sv');
const soon = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const units = (['day', 'hour', 'minute'] as const).map(
  (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }),
);
const lengths = [86_400_000, 3_600_000, 60_000];

/** The day of `at` (ms since 1970) where the viewer is, as a number that grows by 86,400,000 each day. */
export const dayOf = (at: number): number => Date.parse(day.format(at));

whenever('time[data-time]', tell);
addEventListener('htmx:after:settle', tellAll);
setInterval(tellAll, 30_000);
document.addEventListener('mouseover', (event) => {
  const found = around(event, 'time[data-time]');
  if (found instanceof HTMLTimeElement) found.title = moment.format(new Date(found.dateTime));
});

function tellAll(): void {
  for (const found of document.querySelectorAll<HTMLElement>('time[data-time]')) tell(found);
}

function tell(found: HTMLElement): void {
  if (!(found instanceof HTMLTimeElement)) return;
  const at = Date.parse(found.dateTime);
  const text = (kinds[found.dataset['time'] ?? ''] ?? moment.format)(at);
  if (found.textContent !== text) found.textContent = text;
}

const kinds: Record<string, (at: number) => string> = {
  time: (at) => time.format(at),
  moment: (at) => moment.format(at),
  date: (at) => dateWithYear.format(at),
  list: (at) =>
    dayOf(at) === dayOf(Date.now()) ? time.format(at) : thisYear(at) ? date.format(at) : dateWithYear.format(at),
  day: sayDay,
  wait: sayWait,
};

function sayDay(at: number): string {
  const ago = Math.round((dayOf(Date.now()) - dayOf(at)) / 86_400_000);
  if (ago === 0) return say('today');
  if (ago === 1) return say('yesterday');
  return thisYear(at) ? longDate.format(at) : dateWithYear.format(at);
}

function sayWait(since: number): string {
  const lasts = Date.now() - since;
  const unit = lengths.findIndex((length) => lasts >= length);
  return units[unit]?.format(Math.floor(lasts / (lengths[unit] ?? 1))) ?? soon.format(0, 'second');
}

const thisYear = (at: number): boolean => day.format(at).slice(0, 4) === day.format(Date.now()).slice(0, 4);

/** In the zone that the person chose, else in the browser's own; also where an old browser does not know that zone. */
function format(shape: Intl.DateTimeFormatOptions, language = locale): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone: document.documentElement.dataset['zone'] });
  } catch {
    return new Intl.DateTimeFormat(language, shape);
  }
}
