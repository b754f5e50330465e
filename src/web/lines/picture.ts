import type { StoredFile } from '../../files/store.ts';
import type { Words } from '../../i18n/words.ts';
import { avatarLimits } from '../../lines/settings.ts';
import type { Form, FormProblem } from '../guard/upload.ts';

/** What a form says of a line's picture: nothing, away with it, another one, or one that cannot be taken. */
export type PictureEntered =
  | { kind: 'as-it-is' }
  | { kind: 'none' }
  | { kind: 'file'; file: StoredFile }
  | { kind: 'refused'; error: string };

/** What a picture may be, as the form says it. */
export const pictureLimits = { megabytes: avatarLimits.bytes / (1024 * 1024), types: avatarLimits.types };

/** Reads the field `avatar`, and the box that takes the picture away. */
export const enterPicture = (form: Form, words: Words): PictureEntered => {
  const [problem] = form.problems;
  if (problem) return { kind: 'refused', error: sayProblem(problem, words) };
  const [file] = form.files;
  if (!file) return { kind: form.fields['removeAvatar'] === undefined ? 'as-it-is' : 'none' };
  if (!avatarLimits.types.includes(file.type)) return { kind: 'refused', error: words.lines.wrong.avatarType };
  if (file.size > avatarLimits.bytes) return { kind: 'refused', error: tooLarge(words) };
  return { kind: 'file', file };
};

const sayProblem = ({ problem }: FormProblem, words: Words): string => {
  switch (problem) {
    case 'empty':
      return words.lines.wrong.avatarEmpty;
    case 'disk-full':
      return words.lines.wrong.avatarDisk;
    case 'too-large':
    case 'too-many':
      return tooLarge(words);
  }
};

const tooLarge = (words: Words): string => words.lines.wrong.avatarTooLarge(pictureLimits.megabytes);
