import { decode } from '../../../csv/decode.ts';
import type { Reader } from '../../../db/doors.ts';
import { allPlaces } from '../../../people/import/places.ts';
import { mostBadRows, type Waiting } from '../../../people/import/shape.ts';
import { takenEmails } from '../../../people/import/taken.ts';
import { judge } from './judge.ts';
import { type FileProblem, importLimits } from './problem.ts';

/** Makes of a file of people what an administrator looks at before anybody is added. */
export const readPeople = async (db: Reader, bytes: Buffer): Promise<Waiting | FileProblem> => {
  if (bytes.length > importLimits.bytes) return { problem: 'too-large', about: '' };
  const text = decode(bytes);
  if (text === 'binary' || text === 'workbook') return { problem: text, about: '' };
  if (text.trim() === '') return { problem: 'nothing', about: '' };
  // What takes a file apart is loaded with the first: from a start on it would only take memory.
  const { rowsOf } = await import('./records.ts');
  const found = await rowsOf(text);
  if ('problem' in found) return found;
  const { columns, rows } = found;
  const judged = await judge(rows, columns, await allPlaces(db), (emails) => takenEmails(db, emails));
  const bad = judged.flatMap((one) => ('bad' in one ? [one.bad] : []));
  return {
    state: 'waiting',
    newcomers: judged.flatMap((one) => ('newcomer' in one ? [one.newcomer] : [])),
    bad: bad.slice(0, mostBadRows),
    badCount: bad.length,
    unused: columns.unused.slice(0, 20),
  };
};
