import type { Words } from '../../src/i18n/words.ts';
import type { GroupChoice, UserChoice } from '../../src/lines/choice.ts';
import type { TypedLine } from '../../src/lines/settings.ts';
import type { FormErrors } from '../form/error-summary.tsx';
import { describedBy, FieldNotes, fieldId } from '../form/field.tsx';
import { AudiencePeople, type Found } from './people.tsx';

type Props = {
  typed: TypedLine;
  errors: FormErrors;
  groups: readonly GroupChoice[];
  people: readonly UserChoice[];
  found: Found | null;
  words: Words;
};

/** Who may write to the line: groups, and people by name, whom one looks for since a company may have thousands. */
export const Audience = ({ typed, errors, groups, people, found, words }: Props) => {
  const nobody = typed.audienceGroups.length + typed.audienceUsers.length === 0;
  const field = {
    name: 'audienceGroups',
    label: words.lines.audience,
    help: words.lines.audienceHelp,
    error: errors['audienceGroups'],
  };
  return (
    <fieldset class="field choices audience" id={fieldId(field.name)} aria-describedby={describedBy(field)}>
      <legend class="field-label">{field.label}</legend>
      {nobody && <p class="field-note when-empty">{words.lines.audienceNobody}</p>}
      {groups.map((group) => (
        <label class="checkbox">
          <input
            type="checkbox"
            name="audienceGroups"
            value={group.id}
            checked={typed.audienceGroups.includes(group.id)}
          />
          <span>{group.name}</span>
        </label>
      ))}
      <AudiencePeople
        chosen={people.filter((user) => typed.audienceUsers.includes(user.id))}
        found={found}
        words={words}
      />
      <PeopleSearch text={found?.text ?? ''} autofocus={found !== null} words={words} />
      <FieldNotes {...field} />
    </fieldset>
  );
};

/** A button of the same form, so that nothing typed is lost without scripts; with them, matches come while one types. */
const PeopleSearch = ({ text, autofocus, words }: { text: string; autofocus: boolean; words: Words }) => (
  <div class="search">
    <input
      class="input"
      type="search"
      name="find"
      value={text}
      aria-label={words.lines.findPeople}
      placeholder={words.lines.findPeople}
      title={words.lines.findHelp}
      autocomplete="off"
      autofocus={autofocus}
      hx-get="/lines/people"
      hx-trigger="input changed delay:250ms"
      hx-include="#field-audienceUsers"
      hx-target="#field-audienceUsers"
      hx-swap="outerHTML"
      hx-sync="this:replace"
    />
    <button type="submit" class="button" name="press" value="find">
      {words.lines.find}
    </button>
  </div>
);
