import type { Words } from '../../src/i18n/words.ts';
import type { GroupChoice, UnitChoice, UserChoice } from '../../src/lines/choice.ts';
import type { Matches as Matched } from '../../src/lines/matching.ts';
import type { Audience as Chosen } from '../../src/lines/reach.ts';
import { describedBy, FieldNotes, fieldId } from '../form/field.tsx';
import { Icon } from '../icons/icon.tsx';
import { Chips } from './chips.tsx';
import { Matches, MatchesSaid } from './matches.tsx';
import { Reach } from './reach.tsx';

/** What was looked for, and what was found. */
export type Found = Matched & { text: string };

/** All that the picker of an audience shows. */
export type Picker = {
  chosen: Chosen;
  /** All groups. */
  groups: readonly GroupChoice[];
  /** The units and the people that are chosen. */
  units: readonly UnitChoice[];
  people: readonly UserChoice[];
  /** Null where nobody looked for anything. */
  found: Found | null;
  /** How many active people all that is chosen reaches. */
  reach: number;
};

type Props = { picker: Picker; error: string | undefined; words: Words };

/**
 * Who may write to the line: groups, units of the company's tree and single people, looked for by one search. Scripts ask
 * anew while one types and chooses; the whole form goes with it, but for its files.
 */
export const Audience = ({ picker, error, words }: Props) => {
  const field = { name: 'audience', label: words.lines.audience, help: words.lines.audienceHelp, error };
  return (
    <fieldset
      class="field choices audience"
      id={fieldId(field.name)}
      aria-describedby={describedBy(field)}
      hx-post="/lines/audience"
      hx-trigger="change target:.pick-box"
      hx-encoding="application/x-www-form-urlencoded"
      hx-swap="none"
      hx-sync="this:replace"
    >
      <legend class="field-label">{field.label}</legend>
      <p class="field-note" role="status" id="audience-reach">
        <Reach {...picker} words={words} />
      </p>
      <div class="picks" id="audience-chosen">
        <Chips {...picker} words={words} />
      </div>
      <AudienceSearch text={picker.found?.text ?? ''} autofocus={picker.found !== null} words={words} />
      <p class="field-help" role="status" id="audience-said">
        <MatchesSaid {...picker} words={words} />
      </p>
      <div class="found" id="audience-found">
        <Matches {...picker} words={words} />
      </div>
      <FieldNotes {...field} />
    </fieldset>
  );
};

/** A button of the same form, so that nothing typed is lost without scripts; with them, matches come while one types. */
const AudienceSearch = ({ text, autofocus, words }: { text: string; autofocus: boolean; words: Words }) => (
  <div class="search">
    <input
      class="input"
      type="search"
      name="find"
      value={text}
      aria-label={words.lines.findAudience}
      placeholder={words.lines.findAudience}
      title={words.lines.findHelp}
      autocomplete="off"
      autofocus={autofocus}
      hx-trigger="input changed delay:250ms, find"
      {...asks}
    />
    <button type="submit" class="button" name="press" value="find" {...asks}>
      <Icon name="search" />
      {words.lines.find}
    </button>
  </div>
);

const asks = {
  'hx-post': '/lines/audience',
  'hx-encoding': 'application/x-www-form-urlencoded',
  'hx-swap': 'none',
  'hx-sync': 'closest fieldset:replace',
};
