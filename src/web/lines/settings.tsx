import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Tx } from '../../db/doors.ts';
import { keepFiles } from '../../files/rows.ts';
import type { StoredFile } from '../../files/store.ts';
import { type By, type Changed, changeLine, type LineRefusal, refusal } from '../../lines/line.ts';
import { stampOf } from '../../lines/merge.ts';
import type { LineSettings } from '../../lines/settings.ts';
import { pictureOf } from '../../lines/visible.ts';
import { releaseLostSessions } from '../../sessions/release.ts';
import { typedText } from '../guard/entered.ts';
import { signedIn } from '../guard/signed-in.ts';
import { type Form, upload } from '../guard/upload.ts';
import { type AtLine, atLine } from './at-line.ts';
import { enterLine, enterTuning, sayMistakes, sayRefusal, typedLine } from './fields.ts';
import { audienceIn, looksForPeople } from './picker.ts';
import { enterPicture } from './picture.ts';
import { showArchived, showSettings } from './show.tsx';

/** A line's settings: all of them for administrators, some for the line's supervisors. */
export const settingsRoutes = new Hono<AtLine>()
  .get('/lines/:id/settings', signedIn, atLine, async (c) => {
    const { line, words } = c.var;
    if (line.archivedAt !== null) return await showArchived(c, line, false);
    const saved = c.req.query('saved') !== undefined;
    return await showSettings(c, line, { notice: saved ? words.lines.saved : undefined });
  })

  .post('/lines/:id/settings', signedIn, atLine, upload('avatar'), async (c) => {
    const { line, configures, form } = c.var;
    if (line.archivedAt !== null) return await showArchived(c, line, true);
    if (configures && looksForPeople(form.fields))
      return await showSettings(c, line, { ...kept(form), find: audienceIn(form.fields).find });
    return configures ? await saveWhole(c, form) : await saveTuning(c, form);
  });

/** A request that has brought a form. */
type Sent = Context<AtLine & { Variables: { form: Form } }>;

const saveWhole = async (c: Sent, form: Form): Promise<Response> => {
  const { line, words } = c.var;
  const entered = enterLine(form.fields);
  const picture = enterPicture(form, words);
  if (!entered.ok || picture.kind === 'refused') {
    const errors = entered.ok ? {} : sayMistakes(entered.errors, words);
    const all = picture.kind === 'refused' ? { ...errors, avatar: picture.error } : errors;
    return await showSettings(c, line, { ...kept(form), errors: all }, 422);
  }
  const typed = picture.kind === 'none' ? { ...entered.value, avatar: null } : entered.value;
  const outcome = await save(c, form, typed, picture.kind === 'file' ? picture.file : undefined);
  return await answer(c, form, outcome);
};

const saveTuning = async (c: Sent, form: Form): Promise<Response> => {
  const { line, words } = c.var;
  const entered = enterTuning(form.fields);
  if (entered.ok) return await answer(c, form, await save(c, form, entered.value, undefined));
  return await showSettings(c, line, { ...kept(form), errors: sayMistakes(entered.errors, words) }, 422);
};

type Outcome = Changed | { kind: 'refused'; why: LineRefusal };

const save = async (
  c: Sent,
  form: Form,
  typed: Partial<LineSettings>,
  file: StoredFile | undefined,
): Promise<Outcome> => {
  const { house, person, line } = c.var;
  const by = { actor: person.id, at: Date.now() };
  const stamp = typedText(form.fields, 'stamp');
  try {
    const changed = await house.db.write(async (tx) => {
      const avatar = file && (await keepPicture(tx, line.id, file, by));
      const outcome = await changeLine(tx, line.id, stamp, avatar ? { ...typed, avatar } : typed, by);
      if (outcome.kind !== 'changed') throw new Unchanged(outcome);
      if (outcome.rights) await releaseLostSessions(tx, by.actor, by.at);
      return { outcome, used: avatar !== undefined && avatar === file?.id };
    });
    if (changed.used) form.keep();
    return changed.outcome;
  } catch (error) {
    if (error instanceof Unchanged) return error.outcome;
    const why = refusal(error);
    if (why === undefined) throw error;
    return { kind: 'refused', why };
  }
};

/** Makes the picture known; the same picture once more (a form sent twice) is the one that is there. */
const keepPicture = async (tx: Tx, lineId: string, file: StoredFile, by: By): Promise<string> => {
  const present = await pictureOf(tx, lineId);
  if (present?.hash === file.hash) return present.id;
  await keepFiles(tx, [file], by.at);
  return file.id;
};

/** Undoes the unit of work, the picture's row with it. */
class Unchanged extends Error {
  readonly outcome: Changed;
  constructor(outcome: Changed) {
    super('Nothing to change');
    this.outcome = outcome;
  }
}

const answer = async (c: Sent, form: Form, outcome: Outcome): Promise<Response> => {
  const { line, words } = c.var;
  switch (outcome.kind) {
    case 'changed':
    case 'same':
      return c.redirect(`/lines/${line.id}/settings?saved`, 303);
    case 'refused':
      return await showSettings(c, line, { ...kept(form), errors: sayRefusal(outcome.why, words) }, 422);
    case 'conflict': {
      const { stored, settings } = outcome;
      return await showSettings(c, stored, { ...kept(form), conflicts: settings, stamp: stampOf(stored) }, 409);
    }
    case 'archived':
      return await showArchived(c, line, true);
    case 'missing':
      return await c.notFound();
  }
};

const kept = (form: Form) => ({
  typed: typedLine(form.fields),
  stamp: typedText(form.fields, 'stamp'),
  avatarLost: form.files.length > 0,
});
