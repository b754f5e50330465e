import type { Words } from '../../src/i18n/words.ts';
import type { Picker } from './audience.tsx';
import { Chips } from './chips.tsx';
import { Matches, MatchesSaid } from './matches.tsx';
import { Reach } from './reach.tsx';

/**
 * What comes after a search: what was chosen stands on top, and below what it found. Boxes that stay keep their focus. `found` says
 * that nobody has to ask for this again.
 */
export const AudienceFound = ({ words, ...picker }: Picker & { words: Words }) => (
  <>
    <hx-partial hx-target="#audience-chosen" hx-swap="innerMorph">
      <Chips {...picker} words={words} />
    </hx-partial>
    <hx-partial hx-target="#audience-said" hx-swap="innerMorph">
      <MatchesSaid {...picker} words={words} />
    </hx-partial>
    <hx-partial hx-target="#audience-found" hx-swap="innerMorph">
      {picker.found?.text && <input type="hidden" name="found" value={picker.found.text} />}
      <Matches {...picker} words={words} />
    </hx-partial>
    <AudienceReach {...picker} words={words} />
  </>
);

/** What comes after a choice: how many people it reaches now. */
export const AudienceReach = (reach: Pick<Picker, 'chosen' | 'reach'> & { words: Words }) => (
  <hx-partial hx-target="#audience-reach" hx-swap="innerMorph">
    <Reach {...reach} />
  </hx-partial>
);
