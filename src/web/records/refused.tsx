import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { called } from '../../../views/conversation/card.tsx';
import { Typed as TypedText } from '../../../views/conversation/kept.tsx';
import type { Words } from '../../i18n/words.ts';
import { newId } from '../../id.ts';
import { type AtSession, atSession } from '../../records/at-session.ts';
import { type FormFor, formFor } from '../../records/form-for.ts';
import type { RecordRefusal } from '../../records/refusal.ts';
import { reasonOf, statusOf } from '../conversation/refusal.ts';
import type { Asked, SignedIn } from '../env.ts';
import type { Typed } from '../guard/entered.ts';
import { type ShownRecord, showForm, showFresh } from './show-form.tsx';
import { showRecord } from './show-record.tsx';

/** A form that was sent: what was typed into it, and how it can be shown again. */
type Sent = { typed: Typed; again?: { at: AtSession; found: FormFor; shown: ShownRecord } };

type Refused = Exclude<RecordRefusal, { refused: 'values' }>;

/** Tells why nothing was done: what was typed stays, in its form where that can be sent again, else to be copied. */
export const showRefused = async (
  c: Asked<SignedIn>,
  sessionId: string,
  refusal: RecordRefusal,
  sent?: Sent,
): Promise<Response> => {
  const { words } = c.var;
  if (refusal.refused === 'outside' || (refusal.refused === 'session' && statusOf(refusal.why) === 404))
    return await c.notFound();
  if (refusal.refused === 'values') throw new Error('What is wrong with values is shown at them.');
  const told = { note: noteOf(refusal, words), status: statusIn(refusal) };
  if (sent?.again && (refusal.refused === 'linked' || refusal.refused === 'again')) {
    const { at, found, shown } = sent.again;
    const id = refusal.refused === 'again' ? newId() : shown.id;
    return await showForm(c, at, found, { ...shown, ...told, id });
  }
  if (refusal.refused === 'item-gone' || refusal.refused === 'item-taken') {
    const again = await formAgain(c, sessionId);
    if (again) return await showFresh(c, again.at, again.found, 'client', told);
  }
  const typed = sent ? typedIn(sent.typed) : '';
  const children = typed === '' ? null : <TypedText text={typed} words={words} />;
  return await showRecord(c, sessionId, { title: words.records.notDone, note: told.note, children }, told.status);
};

const formAgain = async (
  c: Asked<SignedIn>,
  sessionId: string,
): Promise<{ at: AtSession; found: FormFor } | undefined> => {
  const { house, person } = c.var;
  const at = await atSession(house.db.read, person.id, sessionId);
  if ('refused' in at) return undefined;
  const found = await formFor(house.db.read, at, { as: 'client' });
  return 'refused' in found ? undefined : { at, found };
};

const noteOf = (refusal: Refused, words: Words): string => {
  const { refused } = words.records;
  switch (refusal.refused) {
    case 'session':
      return reasonOf(refusal.why, words);
    case 'linked':
      return refused.linked(called(refusal.item.number, refusal.item.title), refusal.by);
    case 'right':
      return refused.right(refusal.app);
    default:
      return refused[refusal.refused];
  }
};

const statusIn = (refusal: Refused): ContentfulStatusCode => {
  if (refusal.refused === 'session') return statusOf(refusal.why);
  return refusal.refused === 'right' ? 403 : 409;
};

/** All words that somebody has typed into a form, one below the other. */
const typedIn = (typed: Typed): string =>
  Object.entries(typed)
    .filter(([name]) => name.startsWith('f.'))
    .flatMap(([, text]) => text)
    .filter((text) => text.trim() !== '' && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text))
    .join('\n');
