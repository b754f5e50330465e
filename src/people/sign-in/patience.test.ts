import { expect, test } from 'vitest';
import { createPatience } from './patience.ts';

const clocked = () => {
  let at = 1_000_000;
  const patience = createPatience(() => at);
  const pass = (seconds: number) => {
    at += seconds * 1000;
  };
  const fail = (attempt: Parameters<typeof patience.failed>[0], times: number) => {
    for (let i = 0; i < times; i++) patience.failed(attempt);
  };
  return { patience, pass, fail };
};

const stranger = { account: 'ada', address: '203.0.113.9' };
const owner = { account: 'ada', address: '198.51.100.4' };

test('five wrong passwords cost nothing, then the wait doubles, up to five minutes', () => {
  const { patience, fail } = clocked();
  fail(stranger, 4);
  expect(patience.secondsToWait(stranger)).toBe(0);
  const waits = Array.from({ length: 12 }, () => {
    patience.failed(stranger);
    return patience.secondsToWait(stranger);
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
});

test('the wait passes, and the right password ends it', () => {
  const { patience, fail, pass } = clocked();
  fail(stranger, 6);
  pass(2);
  expect(patience.secondsToWait(stranger)).toBe(0);
  patience.succeeded(stranger);
  patience.failed(stranger);
  expect(patience.secondsToWait(stranger)).toBe(0);
});

test('a stranger who hammers an account does not make its owner wait elsewhere', () => {
  const { patience, fail } = clocked();
  fail(stranger, 1000);
  expect(patience.secondsToWait(stranger)).toBe(300);
  expect(patience.secondsToWait(owner)).toBe(0);
});

test('an account under attack makes unknown addresses wait a moment, and known ones not at all', () => {
  const { patience } = clocked();
  patience.succeeded(owner);
  for (let i = 0; i < 60; i++) patience.failed({ account: 'ada', address: `203.0.113.${i}` });
  expect(patience.holdBack({ account: 'ada', address: '192.0.2.1' })).toBe(2000);
  expect(patience.holdBack(owner)).toBe(0);
  expect(patience.holdBack({ account: 'bea', address: '192.0.2.1' })).toBe(0);
});

test('an address that tries many accounts is slowed, but nobody who signed in from there before', () => {
  const { patience } = clocked();
  const colleague = { account: 'bea', address: stranger.address };
  patience.succeeded(colleague);
  for (let i = 0; i < 60; i++) patience.failed({ account: `account ${i}`, address: stranger.address });
  expect(patience.secondsToWait({ account: 'somebody else', address: stranger.address })).toBe(30);
  expect(patience.secondsToWait(colleague)).toBe(0);
});

test('a marked browser is counted by itself, for its own account alone, and nobody makes up a mark', () => {
  const { patience, fail } = clocked();
  const mark = patience.succeeded(stranger);
  fail(stranger, 10);
  expect(patience.secondsToWait(stranger)).toBeGreaterThan(0);
  expect(patience.secondsToWait({ ...stranger, mark })).toBe(0);
  expect(patience.secondsToWait({ ...stranger, mark: `${mark}x` })).toBeGreaterThan(0);
  fail({ ...stranger, account: 'bea' }, 10);
  expect(patience.secondsToWait({ ...stranger, account: 'bea', mark })).toBeGreaterThan(0);
  fail({ ...stranger, mark }, 10);
  expect(patience.secondsToWait({ ...stranger, mark })).toBeGreaterThan(0);
});

test('all of an IPv6 network counts as one address', () => {
  const { patience, fail } = clocked();
  fail({ account: 'ada', address: '2001:db8:1:2::1' }, 6);
  expect(patience.secondsToWait({ account: 'ada', address: '2001:db8:1:2:ffff::7' })).toBeGreaterThan(0);
  expect(patience.secondsToWait({ account: 'ada', address: '2001:db8:1:3::1' })).toBe(0);
  fail({ account: 'ada', address: '2001:db8::5' }, 6);
  expect(patience.secondsToWait({ account: 'ada', address: '2001:db8:0:0:1::' })).toBeGreaterThan(0);
});

test('what is remembered is bounded', () => {
  const { patience, fail } = clocked();
  fail(stranger, 6);
  for (let i = 0; i < 10_000; i++) patience.failed({ account: `account ${i}`, address: '192.0.2.1' });
  expect(patience.secondsToWait(stranger)).toBe(0);
});
