import type { KeptText } from '../../../views/sign-in/sign-in.tsx';
import type { Tx } from '../../db/doors.ts';
import { type DraftPlace, saveDraft } from '../../sessions/drafts.ts';
import { longestMessage } from '../../sessions/message.ts';
import type { Asked } from '../env.ts';
import { hostOf } from '../guard/address.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { readForm } from '../guard/upload.ts';
import { pathOf } from '../local-path.ts';

/**
 * What stood in a message's or a draft's form that came without a valid sign-in, and where its writer was. Undefined for every
 * other form, and for one that cannot be read.
 */
export const keptText = async (c: Asked): Promise<{ kept: KeptText; next: string } | undefined> => {
  const [, kind, id] = messageForms.exec(c.req.path) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  const fields = await readForm(c).then(
    (form) => form.fields,
    () => undefined,
  );
  if (!fields) return undefined;
  const files = (c.req.header('content-type') ?? '').startsWith('multipart/');
  const kept = { place: `${kind === 'sessions' ? 'session' : 'line'}:${id}`, text: typedText(fields, 'text'), files };
  return { kept, next: pathOf(c.req.header('referer'), hostOf(c)) ?? `/${kind}/${id}` };
};

/** The same out of the sign-in's own form, which carries it from try to try. */
export const keptIn = (typed: Typed): KeptText | undefined => {
  const place = typedText(typed, 'place');
  if (!draftPlace(place)) return undefined;
  const text = typedText(typed, 'text').slice(0, 2 * longestMessage);
  return { place, text, files: typedText(typed, 'files') !== '' };
};

/** Makes what was kept a person's draft. */
export const keepDraft = async (tx: Tx, userId: string, kept: KeptText | undefined): Promise<void> => {
  const place = kept && draftPlace(kept.place);
  if (kept && place && kept.text !== '') await saveDraft(tx, userId, place, kept.text, Date.now());
};

/** The place of a draft, if it is one. */
const draftPlace = (place: string): DraftPlace | undefined => {
  const [, kind, id] = places.exec(place) ?? [];
  if (id === undefined) return undefined;
  return kind === 'session' ? `session:${id}` : `line:${id}`;
};

const messageForms = /^\/(sessions|messages)\/([\w-]{1,64})\/(?:messages|draft)$/;

const places = /^(session|line):([\w-]{1,64})$/;
