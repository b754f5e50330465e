import type { Read } from './decimal.ts';
import { limits } from './limits.ts';
import type { At } from './shown/format.ts';

/** Whether it is a day that the calendar has, as `2026-11-22`. */
export const isDate = (date: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || date < limits.firstDate || date > limits.lastDate) return false;
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};

/** Whether a moment (ms since 1970, UTC) can be told in every zone. */
export const isMoment = (at: number): boolean => Number.isSafeInteger(at) && at >= firstMoment && at <= lastMoment;

/** What a date is sorted and filtered by: ms since 1970 of its midnight, UTC. */
export const numberOfDate = (date: string): number => Date.parse(date);

/** Reads a day: `2026-11-22`, as browsers send it, or `22.11.2026`, `22/11/2026`: the day first, always. */
export const readDate = (text: string): Read<string> => {
  const date = isoDate(text.trim());
  return date !== undefined && isDate(date) ? { ok: true, value: date } : { ok: false, problem: 'not-a-date' };
};

/**
 * Reads a moment: `2026-11-22T14:05` or `22.11.2026 14:05` in the zone, or with a zone of its own at the end (`Z`, `+03:00`).
 * Of two moments with one name the earlier; one that the clocks leave out is refused.
 *
 * @returns ms since 1970, UTC
 */
export const readMoment = (text: string, { zone }: At): Read<number> => {
  const parts = /^(\S+?)(?:[T\s,]+(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,3})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text.trim());
  const date = isoDate(parts?.[1] ?? '');
  if (!parts || date === undefined || !isDate(date)) return { ok: false, problem: 'not-a-date' };
  const time = (parts[2] ?? '00:00').padStart(5, '0');
  return momentOf(`${date}T${/^\d:/.test(time) ? '0' : ''}${time}`, parts[3]?.toUpperCase(), zone ?? 'UTC');
};

/** A moment as `<input type=datetime-local>` takes it, to the minute: `2026-11-22T14:05`. */
export const localMinute = (at: number, { zone }: At): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone ?? 'UTC')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const momentOf = (local: string, offset: string | undefined, zone: string): Read<number> => {
  try {
    const at =
      offset === undefined
        ? Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' })
        : Temporal.Instant.from(`${local}${offset}`);
    const left = offset === undefined && at instanceof Temporal.ZonedDateTime && !at.toPlainDateTime().equals(local);
    if (left) return { ok: false, problem: 'no-such-time' };
    return isMoment(at.epochMilliseconds)
      ? { ok: true, value: at.epochMilliseconds }
      : { ok: false, problem: 'out-of-range' };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: 'not-a-time' };
    throw error;
  }
};

const isoDate = (text: string): string | undefined => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const [, day, , month, year] = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  return day && month && year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const dayLength = 86_400_000;
const firstMoment = Date.parse(limits.firstDate) + dayLength;
const lastMoment = Date.parse(limits.lastDate) - 1;
