import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../../files/store.ts';
import { typedText } from '../../guard/entered.ts';
import type { Form, FormProblem } from '../../guard/upload.ts';
import { type FileProblem, importLimits } from './problem.ts';

/** What was given: the file, or else what was pasted. */
export const bytesOf = async (store: FileStore, form: Form): Promise<{ bytes: Buffer } | FileProblem> => {
  const [refused] = form.problems;
  if (refused) return { problem: whyNot(refused.problem), about: '' };
  const [file] = form.files;
  if (!file) {
    const pasted = typedText(form.fields, 'text');
    return pasted.trim() === '' ? { problem: 'nothing', about: '' } : { bytes: Buffer.from(pasted) };
  }
  if (file.size > importLimits.bytes) return { problem: 'too-large', about: '' };
  const content = await store.open(file.id);
  return content ? { bytes: await buffer(content) } : { problem: 'nothing', about: '' };
};

const whyNot = (problem: FormProblem['problem']): FileProblem['problem'] => {
  switch (problem) {
    case 'empty':
      return 'nothing';
    case 'disk-full':
      return 'disk-full';
    case 'too-large':
    case 'too-many':
      return 'too-large';
  }
};
