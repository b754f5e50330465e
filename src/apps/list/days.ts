import type { Period, Question } from './question.ts';

/** Days, both included, as `2026-11-22`; null: no bound. */
export type Days = { from: string | null; to: string | null };

/** Which days a period has when it is asked. Weeks begin on Monday. */
export const daysIn = (period: Period, { now, zone }: Question['at']): { from: string; to: string } => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const [from, to] = stretch(period, today);
  return { from: from.toString(), to: to.toString() };
};

/** The first and the last millisecond of days, where they are counted. */
export const momentsOf = ({ from, to }: Days, zone: string): [from: number | null, to: number | null] => [
  from === null ? null : startOf(from, zone),
  to === null ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone) - 1,
];

const startOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

const stretch = (period: Period, today: Temporal.PlainDate): [Temporal.PlainDate, Temporal.PlainDate] => {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const first = today.with({ day: 1 });
  switch (period) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [today.subtract({ days: 1 }), today.subtract({ days: 1 })];
    case 'tomorrow':
      return [today.add({ days: 1 }), today.add({ days: 1 })];
    case 'this-week':
      return [monday, monday.add({ days: 6 })];
    case 'last-week':
      return [monday.subtract({ days: 7 }), monday.subtract({ days: 1 })];
    case 'next-week':
      return [monday.add({ days: 7 }), monday.add({ days: 13 })];
    case 'this-month':
      return [first, first.add({ months: 1 }).subtract({ days: 1 })];
    case 'last-month':
      return [first.subtract({ months: 1 }), first.subtract({ days: 1 })];
    case 'last-7':
      return [today.subtract({ days: 6 }), today];
    case 'last-30':
      return [today.subtract({ days: 29 }), today];
    case 'next-7':
      return [today, today.add({ days: 6 })];
    case 'next-30':
      return [today, today.add({ days: 29 })];
  }
};
