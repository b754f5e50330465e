import type { Field } from '../../../apps/fields/field.ts';
import { fileInput } from '../../../apps/fields/shown/inputs.ts';
import type { Words } from '../../../i18n/words.ts';
import type { Form, FormProblem } from '../../guard/upload.ts';

/** The files that a form brought and that were refused, in words, by the ids of their fields. */
export const sayFiles = (fields: readonly Field[], form: Form, words: Words): Record<string, string> => {
  const refused = fields.flatMap((field): [string, string][] => {
    const problem = form.problems.find((one) => one.field === fileInput(field));
    return problem ? [[field.id, sayFile(problem, words)]] : [];
  });
  return Object.fromEntries(refused);
};

const sayFile = ({ name, problem, limit }: FormProblem, { items }: Words): string => {
  switch (problem) {
    case 'empty':
      return items.fileEmpty(name);
    case 'too-large':
      return items.fileTooLarge(name, limit);
    case 'too-many':
      return items.tooManyFiles(limit);
    case 'disk-full':
      return items.fileDisk(name);
  }
};
