import { createMiddleware } from 'hono/factory';
import type { Config } from '../../config.ts';
import type { FileStore, StoredFile } from '../../files/store.ts';
import type { Anyone, Asked } from '../env.ts';
import { bodyOf, broken } from './body.ts';
import { type FormProblem, type Limits, type Parsed, parseMultipart } from './multipart.ts';
import { parseUrlencoded } from './urlencoded.ts';

export type { FormProblem } from './multipart.ts';

/** A form as it was sent, before any schema has judged it. */
export type Form = {
  /** A name that was sent once stands for a string, one sent several times for a list. */
  fields: Record<string, string | string[]>;
  /** What arrived in the file fields, stored already. Fields left empty do not appear. */
  files: readonly StoredFile[];
  /** Those of one file field, in their order. */
  filesOf(field: string): readonly StoredFile[];
  /** Files that were refused, each at its field. */
  problems: readonly FormProblem[];
  /** Says that rows now hold the files. Files nobody says this of are deleted when the request is over. */
  keep(): void;
};

/**
 * Reads a form, urlencoded or multipart, into `c.var.form`; files go to the store while they arrive. Whatever the handler
 * does not `keep` is deleted after it.
 *
 * @param fileFields the fields that take files; files in any other are thrown away unread
 * @throws HTTPException 400 for a body that breaks off or is no form, 413 for one beyond every limit
 */
export const upload = (...fileFields: readonly string[]) =>
  createMiddleware<Anyone & { Variables: { form: Form } }>(async (c, next) => {
    const form = await readForm(c, fileFields);
    c.set('form', form);
    try {
      await next();
    } finally {
      await form.discard();
    }
  });

/** The same for one file that may be larger than all others. @param most its bytes */
export const bigUpload = (fileField: string, most: (config: Config) => number) =>
  createMiddleware<Anyone & { Variables: { form: Form } }>(async (c, next) => {
    const form = await readForm(c, [fileField], { files: 1, bytes: most(c.var.house.config) });
    c.set('form', form);
    try {
      await next();
    } finally {
      await form.discard();
    }
  });

/** As `upload`, for who wants the form without the middleware: `discard` deletes what was not kept. Same exceptions. */
export const readForm = async (
  c: Asked,
  fileFields: readonly string[] = [],
  limits?: Limits,
): Promise<Form & { discard(): Promise<void> }> => {
  const store = c.var.house.files;
  const { fields, files: arrived, problems } = await parse(c, store, fileFields, limits);
  const files = arrived.map(({ file }) => file);
  let kept = false;
  return {
    fields: gathered(fields),
    files,
    filesOf: (field) => arrived.filter((one) => one.field === field).map(({ file }) => file),
    problems,
    keep: () => {
      kept = true;
    },
    discard: async () => {
      if (!kept) await store.remove(files.map((file) => file.id));
    },
  };
};

const parse = async (
  c: Asked,
  store: FileStore,
  fileFields: readonly string[],
  limits: Limits | undefined,
): Promise<Parsed> => {
  const type = c.req.header('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) return parseMultipart(bodyOf(c), type, store, fileFields, limits);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return parseUrlencoded(bodyOf(c));
  throw broken(`no form: ${type}`);
};

const gathered = (entries: readonly (readonly [string, string])[]): Form['fields'] => {
  // Without a prototype, so that a field called `__proto__` is a field.
  const fields: Form['fields'] = Object.create(null);
  for (const [name, value] of entries) {
    const before = fields[name];
    if (Array.isArray(before)) before.push(value);
    else fields[name] = before === undefined ? value : [before, value];
  }
  return fields;
};
