import type { Words } from '../../src/i18n/words.ts';
import type { Line, Setting, TypedLine } from '../../src/lines/settings.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import type { PictureLimits } from '../form/picture-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { type AppPicks, AppsFields } from './apps-fields.tsx';
import { Audience, type Picker } from './audience.tsx';
import { AvatarField } from './avatar-field.tsx';
import { Conflict } from './conflict.tsx';
import { GroupsField } from './groups-field.tsx';
import { TuningFields } from './tuning.tsx';
import { type Names, settingLabels } from './values.ts';

export type LineFormProps = {
  words: Words;
  action: string;
  /** As it is stored; null while the line is being added. */
  line: Line | null;
  /** What goes along unseen: a new line's id, or the stamp of the settings that the page shows. */
  hidden: Readonly<Record<string, string>>;
  typed: TypedLine;
  errors: FormErrors;
  /** Who may write, with what was looked for. */
  picker: Picker;
  /** Apps that it can work with. */
  apps: AppPicks;
  /** What stored and typed values are called. */
  names: Names;
  /** What somebody else has changed since the form was shown. */
  conflicts: readonly Setting[];
  pictures: PictureLimits;
  /** Whether a picture was chosen that the page cannot show again. */
  avatarLost: boolean;
};

/** All settings of a line, for administrators. */
export const LineForm = ({
  words,
  action,
  line,
  hidden,
  typed,
  errors,
  picker,
  apps,
  names,
  conflicts,
  pictures,
  avatarLost,
}: LineFormProps) => (
  <>
    <EnterButton words={words} />
    <form id="line-form" class="form" method="post" action={action} enctype="multipart/form-data">
      <Hidden values={hidden} />
      <ErrorSummary
        title={words.lines.notSaved}
        errors={errors}
        labels={{ ...settingLabels(words), audience: words.lines.audience }}
      />
      {line && conflicts.length > 0 && <Conflict settings={conflicts} stored={line} {...names} />}
      <TextField
        name="name"
        label={words.lines.name}
        help={words.lines.nameHelp}
        error={errors['name']}
        value={typed.name}
        autocomplete="off"
      />
      <Audience picker={picker} error={errors['audience']} words={words} />
      <GroupsField
        name="operatorGroups"
        label={words.lines.operators}
        help={typed.operatorGroups.length > 0 ? words.lines.operatorsHelp : words.lines.operatorsNobody}
        error={errors['operatorGroups']}
        groups={picker.groups}
        chosen={typed.operatorGroups}
      />
      <GroupsField
        name="supervisorGroups"
        label={words.lines.supervisors}
        help={words.lines.supervisorsHelp}
        error={errors['supervisorGroups']}
        groups={picker.groups}
        chosen={typed.supervisorGroups}
      />
      <TuningFields typed={typed} errors={errors} words={words} />
      <AppsFields {...apps} typed={typed} errors={errors} words={words} />
      <AvatarField limits={pictures} line={line} error={errors['avatar']} lost={avatarLost} words={words} />
      <Button name="press" value="save">
        {words.common.save}
      </Button>
    </form>
  </>
);

/**
 * What Enter in a text field presses: the first button of the form, which else would be the one that looks for people. It stands
 * before the form, whose parts all take the whole width.
 */
const EnterButton = ({ words }: { words: Words }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the tab key does not reach it, and Save is heard once, at the end
  <button form="line-form" type="submit" class="sr-only" name="press" value="enter" tabindex={-1} aria-hidden="true">
    {words.common.save}
  </button>
);
