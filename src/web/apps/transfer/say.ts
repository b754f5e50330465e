import type { SaidRow } from '../../../../views/apps/transfer/bad-rows.tsx';
import type { App } from '../../../apps/app.ts';
import { valueProblems } from '../../../apps/fields/problem.ts';
import type { BadRow, Complaint, Failure, FileProblem } from '../../../apps/transfer/shape.ts';
import type { Words } from '../../../i18n/words.ts';

/** Why nothing could be made of a file, in words. */
export const sayFile = ({ transfer }: Words, { problem, about }: FileProblem): string => transfer.files[problem](about);

/** Why an import ended without its items, in words. */
export const sayFailure = ({ transfer }: Words, { why, about }: Failure): string => {
  switch (why) {
    case 'cancelled':
    case 'bad-row':
    case 'no-right':
    case 'disk-full':
    case 'error':
      return transfer.failed[why]();
    case 'changed':
    case 'taken':
      return transfer.failed[why](about);
    default:
      return transfer.files[why](about);
  }
};

/** What is wrong with rows, in words. */
export const sayRows = (words: Words, app: App, rows: readonly BadRow[]): SaidRow[] =>
  rows.map(({ line, text, complaints }) => ({
    ...{ line, text },
    reasons: complaints.map((complaint) => sayOne(words, app, complaint)),
  }));

const sayOne = (words: Words, app: App, { field: id, problem, about }: Complaint): string => {
  const field = app.fields.find((one) => one.id === id)?.name ?? '';
  if (problem === 'columns') return words.transfer.problems.columns(about);
  if (problem === 'twice') return words.transfer.reason(field, words.transfer.problems.twice(about), '');
  const known = valueProblems.find((one) => one === problem) ?? 'invalid';
  return words.transfer.reason(field, words.fields.problems[known], about);
};
