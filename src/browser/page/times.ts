import { around } from './dom.ts';
import { whenever } from './whenever.ts';
import { language, say } from './words.ts';

// Who reads American English also reads its clock.
const locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const longDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const dateWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const soon = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const units = (['day', 'hour', 'minute'] as const).map(
  (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }),
);
const lengths = [86_400_000, 3_600_000, 60_000];

/** The start of the day of `at` (both ms since 1970) where the viewer is. */
export const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

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

const thisYear = (at: number): boolean => new Date(at).getFullYear() === new Date().getFullYear();
