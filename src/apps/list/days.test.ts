import { describe, expect, it } from 'vitest';
import { daysIn, momentsOf } from './days.ts';
import { periods } from './question.ts';

/** A quarter past midnight on Monday in Vladivostok, Sunday afternoon in UTC. */
const now = Date.parse('2026-11-22T14:15:00Z');
const at = { now, zone: 'Asia/Vladivostok' };

describe('the days of a period', () => {
  it('are counted where the person is', () => {
    expect(Object.fromEntries(periods.map((period) => [period, Object.values(daysIn(period, at)).join(' ')]))).toEqual({
      today: '2026-11-23 2026-11-23',
      yesterday: '2026-11-22 2026-11-22',
      tomorrow: '2026-11-24 2026-11-24',
      'this-week': '2026-11-23 2026-11-29',
      'last-week': '2026-11-16 2026-11-22',
      'next-week': '2026-11-30 2026-12-06',
      'this-month': '2026-11-01 2026-11-30',
      'last-month': '2026-10-01 2026-10-31',
      'last-7': '2026-11-17 2026-11-23',
      'last-30': '2026-10-25 2026-11-23',
      'next-7': '2026-11-23 2026-11-29',
      'next-30': '2026-11-23 2026-12-22',
    });
    expect(daysIn('today', { now, zone: 'UTC' })).toEqual({ from: '2026-11-22', to: '2026-11-22' });
    expect(daysIn('last-month', { now: Date.parse('2026-03-31T12:00:00Z'), zone: 'UTC' }).to).toBe('2026-02-28');
  });

  it('have all their hours, also where clocks are changed', () => {
    const [from, to] = momentsOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin');
    expect([from, to]).toEqual([Date.parse('2026-03-28T23:00:00Z'), Date.parse('2026-03-29T22:00:00Z') - 1]);
    expect(momentsOf({ from: null, to: '2026-11-22' }, 'UTC')).toEqual([null, Date.parse('2026-11-23') - 1]);
    expect(momentsOf({ from: '2026-11-22', to: null }, 'UTC')).toEqual([Date.parse('2026-11-22'), null]);
  });
});
