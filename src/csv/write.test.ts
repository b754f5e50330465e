import { describe, expect, it } from 'vitest';
import { csvRow } from './write.ts';

describe('a row of a CSV file', () => {
  it('holds texts and numbers, and nothing for nothing', () => {
    expect(csvRow(['Ada', 3, null, undefined, ''])).toBe('Ada,3,,,\r\n');
  });

  it('quotes what would end a cell or a row, and doubles quotes', () => {
    expect(csvRow(['a,b', 'c"d', 'e\nf', 'g;h', ' i'])).toBe('"a,b","c""d","e\nf","g;h"," i"\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+7 900', "'+7 900"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\t=1', '"\'\t=1"'],
    ['\rx', '"\'\rx"'],
    ['  =1', "'  =1"],
    ['\n=1', '"\'\n=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('makes no formula of the text %j', (text, cell) => {
    expect(csvRow([text])).toBe(`${cell}\r\n`);
  });

  it.each(['a=1', 'a-b', 'a@b.test', 'Ёлкин'])('leaves the text %j as it is', (text) => {
    expect(csvRow([text])).toBe(`${text}\r\n`);
  });

  it('leaves a negative number a number', () => {
    expect(csvRow([-1])).toBe('-1\r\n');
  });
});
