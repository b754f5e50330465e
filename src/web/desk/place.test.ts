import { expect, test } from 'vitest';
import { placeIn } from './place.ts';

test.each([
  [undefined, { box: 'waiting' }],
  ['waiting', { box: 'waiting' }],
  ['0199-a', { box: 'line', lineId: '0199-a' }],
  ['0199-a.closed', { box: 'closed', lineId: '0199-a' }],
  ['0199-a.elsewhere', { box: 'line', lineId: '0199-a' }],
  ['x\r\nSet-Cookie: a=b', { box: 'waiting' }],
  ['/evil.example', { box: 'waiting' }],
  ['строка', { box: 'waiting' }],
])('the place %s', (written, place) => {
  expect(placeIn(written)).toEqual(place);
});
