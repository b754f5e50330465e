import { expect, test } from 'vitest';
import { cleanName } from './name.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['Отчёт за май.docx', 'Отчёт за май.docx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\photo.jpg', 'photo.jpg'],
  ['..', 'file'],
  ['', 'file'],
  ['a/', 'file'],
  ['two\r\nlines\0.txt', 'twolines.txt'],
  ['  many   blanks .txt ', 'many blanks .txt'],
  // Shown from right to left this would end in "gpj.exe".
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['half \ud83d emoji.png', 'half \ufffd emoji.png'],
  ['family 👨‍👩‍👧.png', 'family 👨‍👩‍👧.png'],
])('%j becomes %j', (sent, clean) => {
  expect(cleanName(sent)).toBe(clean);
});

test('300 emoji become fewer, whole ones, and the extension stays', () => {
  const clean = cleanName(`${'👩🏽‍🚀'.repeat(300)}.jpeg`);
  expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200);
  expect(clean).toMatch(/^(👩🏽‍🚀){5,}\.jpeg$/u);
});

test('a name that is all extension, or one endless character, is shortened too', () => {
  expect(Buffer.byteLength(cleanName(`x.${'y'.repeat(500)}`))).toBeLessThanOrEqual(200);
  expect(cleanName(`e${'\u0301'.repeat(500)}.txt`)).toBe('file.txt');
});
