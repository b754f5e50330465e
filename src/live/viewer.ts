import type { Language } from '../i18n/language.ts';
import type { Rights } from '../sessions/watched/rights.ts';
import type { Stream } from './stream.ts';

/** A person who looks on, in one language. All streams of theirs get the same bytes. */
export type Viewer = {
  readonly personId: string;
  readonly language: Language;
  readonly rights: Rights;
  /** The ids of the lines to which the person may write, as far as their pages were told. */
  writes: ReadonlySet<string>;
  readonly streams: Set<Stream>;
};
