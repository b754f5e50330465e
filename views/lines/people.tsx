import type { Words } from '../../src/i18n/words.ts';
import type { UserChoice } from '../../src/lines/choice.ts';

/** What was looked for, and who was found. `more`: there are others that the list leaves out. */
export type Found = { text: string; users: readonly UserChoice[]; more: boolean };

type Props = { chosen: readonly UserChoice[]; found: Found | null; words: Words };

/** The single people of an audience, and those found to be added: replaced as a whole by each search. */
export const AudiencePeople = ({ chosen, found, words }: Props) => (
  <div id="field-audienceUsers" class="choices">
    {chosen.map((user) => (
      <PersonBox user={user} checked words={words} />
    ))}
    {found && found.text.trim() !== '' && <Matches found={found} words={words} />}
  </div>
);

const Matches = ({ found, words }: { found: Found; words: Words }) => (
  <>
    <input type="hidden" name="found" value={found.text} />
    <p class="field-help" role="status">
      {found.users.length > 0 ? words.lines.found(found.text) : words.lines.foundNobody(found.text)}
    </p>
    {found.users.map((user) => (
      <PersonBox user={user} checked={false} words={words} />
    ))}
    {found.more && <p class="field-help">{words.lines.foundMore}</p>}
  </>
);

/** The e-mail tells two of one name apart; it is no part of what the box is called. */
const PersonBox = ({ user, checked, words }: { user: UserChoice; checked: boolean; words: Words }) => (
  <div class="choice-person">
    <label class="checkbox">
      <input
        type="checkbox"
        name="audienceUsers"
        value={user.id}
        checked={checked}
        aria-describedby={`mail-${user.id}`}
      />
      <span>{user.name}</span>
    </label>
    <span class="field-help" id={`mail-${user.id}`}>
      {user.email}
      {!user.active && ` · ${words.lines.deactivated}`}
    </span>
  </div>
);
