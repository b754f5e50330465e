import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FileStore } from '../../files/store.ts';
import type { Words } from '../../i18n/words.ts';
import { messageFields, type NewMessage } from '../../sessions/message.ts';
import { typedText } from '../guard/entered.ts';
import { maxFiles } from '../guard/multipart.ts';
import type { Form } from '../guard/upload.ts';

/** What was sent and could not be a message: why, in words, and what was typed, for the composer to show again. */
export type RefusedMessage = { text: string; reason: string; status: ContentfulStatusCode };

/**
 * Reads a composer's form: text, files, and the id that makes sending it twice harmless.
 *
 * @param store where its files went: what it takes is said to who sent more
 */
export const sentMessage = (
  form: Form,
  words: Words,
  store: Pick<FileStore, 'maxBytes'>,
): NewMessage | RefusedMessage => {
  const text = typedText(form.fields, 'text');
  const [problem] = form.problems;
  if (problem) {
    const limit = problem.problem === 'too-many' ? maxFiles : Math.floor(store.maxBytes / 2 ** 20);
    const status = problem.problem === 'too-large' ? 413 : problem.problem === 'disk-full' ? 507 : 422;
    return { text, status, reason: words.files.refused({ ...problem, limit }) };
  }
  const fields = messageFields.safeParse({ id: typedText(form.fields, 'id'), text });
  if (fields.success) return { ...fields.data, files: form.files };
  const tooLong = fields.error.issues.some((issue) => issue.path[0] === 'text');
  return { text, status: 422, reason: tooLong ? words.writing.refused.tooLong : words.writing.refused.badForm };
};
