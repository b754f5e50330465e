import { z } from 'zod';
import type { Words } from '../../i18n/words.ts';
import type { LineRefusal } from '../../lines/line.ts';
import { audienceOf } from '../../lines/reach.ts';
import { audienceLimit, createdAppsLimit, lineLimits, type TypedLine } from '../../lines/settings.ts';
import { type Entered, enter, type FieldErrors, type FieldProblem, typedList, typedText } from '../guard/entered.ts';
import { lineOfText, list } from '../guard/fields.ts';
import type { Form } from '../guard/upload.ts';

/** The settings that supervisors may change, out of a form. */
export const enterTuning = (fields: Form['fields']): Entered<z.output<typeof tuning>> => enter(tuning, fields);

/** All settings but the avatar, which is a file, out of a form. */
export const enterLine = (fields: Form['fields']): Entered<TypedLine> => enter(whole, fields);

/** What was typed, as it was typed, for a page that shows it once more. */
export const typedLine = (fields: Form['fields']): TypedLine => ({
  name: typedText(fields, 'name'),
  description: typedText(fields, 'description'),
  showOperator: fields['showOperator'] !== undefined,
  audienceGroups: typedIds(fields, 'audienceGroups'),
  audienceUsers: typedIds(fields, 'audienceUsers'),
  audienceUnits: typedIds(fields, 'audienceUnits'),
  operatorGroups: typedIds(fields, 'operatorGroups'),
  supervisorGroups: typedIds(fields, 'supervisorGroups'),
  linkApp: typedText(fields, 'linkApp') || null,
  createdApps: typedIds(fields, 'createdApps'),
});

/** What is wrong, in words, by field. */
export const sayMistakes = (errors: FieldErrors, { lines: { wrong } }: Words): Record<string, string> => {
  const say = (field: string, problem: FieldProblem): string => {
    if (field === 'name') return problem === 'too-long' ? wrong.nameTooLong : wrong.nameMissing;
    if (problem === 'too-long') return sayTooLong(field, wrong);
    return field === 'description' ? wrong.descriptionTooLong : wrong.choiceGone;
  };
  // The three lists of an audience are one field to whoever sees it.
  const shown = (field: string) => (/^audience/.test(field) ? 'audience' : field);
  return Object.fromEntries(Object.entries(errors).map(([field, problem]) => [shown(field), say(field, problem)]));
};

const sayTooLong = (field: string, wrong: Words['lines']['wrong']): string => {
  if (field.startsWith('audience')) return wrong.audienceTooLarge(audienceLimit);
  if (field === 'createdApps') return wrong.createdAppsTooMany(createdAppsLimit);
  if (field.endsWith('Groups')) return wrong.groupsTooMany(audienceLimit);
  return field === 'description' ? wrong.descriptionTooLong : wrong.choiceGone;
};

/** Why the database would not store a line, in words, at the field it concerns. */
export const sayRefusal = (why: LineRefusal, { lines: { wrong } }: Words): Record<string, string> =>
  ({
    taken: { name: wrong.nameTaken },
    choiceGone: { form: wrong.choiceGone },
    linkAppUnfit: { linkApp: wrong.linkAppUnfit },
    createdAppUnfit: { createdApps: wrong.createdAppUnfit },
  })[why];

/** Once each, and as many as a form of ours can bring: more than any database takes at once is no choice of anybody's. */
const typedIds = (fields: Form['fields'], field: string): string[] =>
  [...new Set(typedList(fields, field))].slice(0, 2 * audienceLimit);

const tooLong: FieldProblem = 'too-long';

const tuning = z.object({
  description: z
    .string()
    .default('')
    .transform((text) => text.toWellFormed().normalize('NFC').replaceAll('\0', '').replace(/\r\n?/gu, '\n').trim())
    .pipe(z.string().max(lineLimits.description, tooLong)),
  showOperator: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});

/** Checkboxes of one name; the same one twice is chosen once. */
const chosen = (most = audienceLimit) =>
  list()
    .transform((ids) => [...new Set(ids)])
    .pipe(z.array(z.string()).max(most, tooLong));

/** One of a list, or none. */
const oneOrNone = () =>
  z
    .string()
    .max(64)
    .default('')
    .transform((id) => id || null);

const whole = tuning
  .extend({
    name: lineOfText(lineLimits.name),
    audienceGroups: chosen(),
    audienceUsers: chosen(),
    audienceUnits: chosen(),
    operatorGroups: chosen(),
    supervisorGroups: chosen(),
    linkApp: oneOrNone(),
    createdApps: chosen(createdAppsLimit),
  })
  .refine((line) => Object.values(audienceOf(line)).flat().length <= audienceLimit, {
    path: ['audience'],
    message: tooLong,
  });
