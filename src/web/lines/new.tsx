import type { Context } from 'hono';
import { Hono } from 'hono';
import { keepFiles } from '../../files/rows.ts';
import type { StoredFile } from '../../files/store.ts';
import { newId } from '../../id.ts';
import { createLine, refusal } from '../../lines/line.ts';
import { sameSettings } from '../../lines/merge.ts';
import { lineById } from '../../lines/read.ts';
import type { TypedLine } from '../../lines/settings.ts';
import { pictureOf } from '../../lines/visible.ts';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { ownId } from '../guard/fields.ts';
import { signedIn } from '../guard/signed-in.ts';
import { type Form, upload } from '../guard/upload.ts';
import { enterLine, sayMistakes, sayRefusal, typedLine } from './fields.ts';
import { audienceIn, looksForPeople } from './picker.ts';
import { enterPicture } from './picture.ts';
import { showNew } from './show.tsx';

/** Adding a line, for administrators. */
export const newLineRoutes = new Hono<SignedIn>()
  .get('/lines/new', signedIn, administrator, async (c) => await showNew(c, newId(), {}))

  .post('/lines', signedIn, administrator, upload('avatar'), async (c) => {
    const { form, words } = c.var;
    const id = idIn(form);
    if (looksForPeople(form.fields)) return await showNew(c, id, { ...kept(form), find: audienceIn(form.fields).find });
    const entered = enterLine(form.fields);
    const picture = enterPicture(form, words);
    if (!entered.ok || picture.kind === 'refused') {
      const errors = entered.ok ? {} : sayMistakes(entered.errors, words);
      const all = picture.kind === 'refused' ? { ...errors, avatar: picture.error } : errors;
      return await showNew(c, id, { ...kept(form), errors: all }, 422);
    }
    return await add(c, form, id, entered.value, picture.kind === 'file' ? picture.file : null);
  });

/** A request that has brought a form. */
type Sent = Context<SignedIn & { Variables: { form: Form } }>;

const add = async (c: Sent, form: Form, id: string, typed: TypedLine, file: StoredFile | null) => {
  const { house, person, words } = c.var;
  const by = { actor: person.id, at: Date.now() };
  try {
    await house.db.write(async (tx) => {
      if (file) await keepFiles(tx, [file], by.at);
      await createLine(tx, id, { ...typed, avatar: file?.id ?? null }, by);
    });
    form.keep();
    return added(c, id);
  } catch (error) {
    const why = refusal(error);
    if (why === undefined) throw error;
    if (why === 'taken') return await twice(c, form, id, typed, file);
    return await showNew(c, id, { ...kept(form), errors: sayRefusal(why, words) }, 422);
  }
};

/** The form was sent before, or another line has the name. */
const twice = async (c: Sent, form: Form, id: string, typed: TypedLine, file: StoredFile | null) => {
  const { house, words } = c.var;
  const before = await lineById(house.db.read, id);
  if (!before) return await showNew(c, id, { ...kept(form), errors: { name: words.lines.wrong.nameTaken } }, 422);
  const picture = await pictureOf(house.db.read, id);
  const same = sameSettings(typed, before) && (picture?.hash ?? null) === (file?.hash ?? null);
  if (same) return added(c, id);
  return await showNew(c, newId(), { ...kept(form), errors: { form: words.lines.sentTwice } }, 409);
};

const added = (c: Sent, id: string): Response => c.redirect(`/lines/${id}/settings?saved`, 303);

const idIn = (form: Form): string => ownId().parse(form.fields['id']) ?? newId();

const kept = (form: Form) => ({ typed: typedLine(form.fields), avatarLost: form.files.length > 0 });
