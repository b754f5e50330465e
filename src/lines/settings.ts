import { z } from 'zod';

/** Everything that can be set on a line. Groups and users are named by their ids; `avatar` is the id of a stored file. */
export type LineSettings = {
  name: string;
  description: string;
  avatar: string | null;
  showOperator: boolean;
  /** Whose members may write to the line. */
  audienceGroups: readonly string[];
  /** Single people who may write to the line. */
  audienceUsers: readonly string[];
  operatorGroups: readonly string[];
  supervisorGroups: readonly string[];
};

/** A setting, by its name; forms and messages use the same names. */
export type Setting = keyof LineSettings;

/** A line as its settings page knows it. Times: ms since 1970, UTC. */
export type Line = LineSettings & { id: string; archivedAt: number | null };

/** How long a line's texts may be, in characters. */
export const lineLimits = { name: 100, description: 500 };

/** What can be wrong with what was typed; the words for it are `words.lines.wrong`. */
export type LineMistake = 'nameMissing' | 'nameTooLong' | 'nameTaken' | 'descriptionTooLong' | 'choiceGone';

/** The settings that a line's supervisors may change, as their form sends them. */
export const tuningFields = z.object({
  description: z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(lineLimits.description, mistake('descriptionTooLong'))),
  showOperator: z.stringbool().default(false),
});

/** All settings but the avatar, as the administrators' form sends them. */
export const lineFields = tuningFields.extend({
  name: z
    .string(mistake('nameMissing'))
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1, mistake('nameMissing')).max(lineLimits.name, mistake('nameTooLong'))),
  audienceGroups: chosen(),
  audienceUsers: chosen(),
  operatorGroups: chosen(),
  supervisorGroups: chosen(),
});

/** Checkboxes of one name: a form sends none, one or many of them. */
function chosen() {
  const id = z.string(mistake('choiceGone')).max(64, mistake('choiceGone'));
  return z
    .union([z.array(id), id.transform((one) => [one])], mistake('choiceGone'))
    .default([])
    .transform((ids) => [...new Set(ids)]);
}

/** A message for Zod that only a known mistake can be. */
function mistake(what: LineMistake): LineMistake {
  return what;
}
