import type { Words } from '../../../i18n/words.ts';
import { type FileProblem, importLimits } from './problem.ts';

/** Why nothing could be made of a file, in words. */
export const sayProblem = ({ joining }: Words, { problem, about }: FileProblem): string => {
  const { files } = joining.import;
  switch (problem) {
    case 'too-large':
      return files['too-large'](importLimits.bytes / (1024 * 1024));
    case 'too-many-rows':
      return files['too-many-rows'](importLimits.rows);
    case 'column-twice':
    case 'broken':
      return files[problem](about);
    default:
      return files[problem];
  }
};
