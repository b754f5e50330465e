import type { AppIcon } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { GroupChoice } from '../../../src/lines/choice.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Icon } from '../../icons/icon.tsx';
import { IconField } from './icon-field.tsx';
import { RightsFields, type TypedRights } from './rights-fields.tsx';

type Props = {
  id: string;
  typed: { name: string; icon: string } & TypedRights;
  icons: readonly AppIcon[];
  groups: readonly GroupChoice[];
  errors: FormErrors;
  words: Words;
};

/** An app that is being added: the rest of it is set when it is there. */
export const NewAppPage = ({ id, typed, icons, groups, errors, words }: Props) => (
  <main id="main" class="page">
    <p class="page-back">
      <a href="/apps">
        <Icon name="arrow-left" />
        {words.apps.allApps}
      </a>
    </p>
    <h1>{words.apps.newTitle}</h1>
    <form class="form" method="post" action="/apps">
      <Hidden values={{ id }} />
      <ErrorSummary title={words.apps.notSaved} errors={errors} labels={appLabels(words)} />
      <TextField
        name="name"
        label={words.apps.name}
        help={words.apps.nameHelp}
        error={errors['name']}
        value={typed.name}
        autocomplete="off"
        autofocus={typed.name === ''}
      />
      <IconField icons={icons} value={typed.icon} error={errors['icon']} words={words} />
      <RightsFields typed={typed} groups={groups} errors={errors} words={words} />
      <Button>{words.apps.create}</Button>
    </form>
  </main>
);

/** What the settings of an app are called, by the names of their inputs. */
export const appLabels = ({ apps }: Words) => ({
  ...{ name: apps.name, icon: apps.icon, titlePattern: apps.pattern, numberPrefix: apps.prefix },
  ...{ numberDigits: apps.digits, nextNumber: apps.next },
  ...{ seeGroups: apps.see, createGroups: apps.createItems, editGroups: apps.edit },
});
