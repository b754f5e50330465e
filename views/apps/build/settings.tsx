import type { App, AppIcon, AppMay } from '../../../src/apps/app.ts';
import type { BoundLine } from '../../../src/apps/qualify.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { GroupChoice } from '../../../src/lines/choice.ts';
import { Button } from '../../form/button.tsx';
import { Confirm } from '../../form/confirm.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { TextField } from '../../form/text-field.tsx';
import { AppPage } from '../app-page.tsx';
import { ChangedMeanwhile } from './changed.tsx';
import { IconField } from './icon-field.tsx';
import { appLabels } from './new-app.tsx';
import { RelyingLines } from './relying.tsx';
import { RightsFields, type TypedRights } from './rights-fields.tsx';

/** The settings as they stand on the form: everything as it was typed. */
export type TypedSettings = TypedRights & {
  name: string;
  icon: string;
  titlePattern: string;
  numberPrefix: string;
  numberDigits: string;
  nextNumber: string;
};

type Props = {
  app: App;
  may: AppMay;
  typed: TypedSettings;
  stamp: string;
  icons: readonly AppIcon[];
  groups: readonly GroupChoice[];
  /** What items are called by the pattern, put together of the names of fields. */
  example: string;
  /** What can stand in braces. */
  braced: readonly string[];
  errors: FormErrors;
  /** What somebody else has saved since the form was shown. */
  changed: readonly { name: string; label: string; now: string }[];
  /** The lines for whose sake something was refused. */
  lines: readonly BoundLine[];
  words: Words;
};

/** All of an app but its fields. */
export const AppSettingsPage = ({ app, may, lines, words, ...form }: Props) => (
  <AppPage app={app} part="settings" may={may} administrator words={words} title={words.common.settings}>
    <RelyingLines lines={lines} words={words} />
    {app.archivedAt === null ? (
      <>
        <SettingsForm app={app} words={words} {...form} />
        <section class="danger-zone" aria-labelledby="archive">
          <h2 id="archive">{words.apps.archive}</h2>
          <Confirm
            ask={words.apps.archive}
            text={words.apps.archiveHelp}
            confirm={words.apps.archiveConfirm(app.name)}
            action={`/apps/${app.id}/archiving`}
          />
        </section>
      </>
    ) : (
      <BringBack app={app} words={words} />
    )}
  </AppPage>
);

/** What stands instead of all that can be changed while the app is archived. */
export const BringBack = ({ app, words }: Pick<Props, 'app' | 'words'>) => (
  <form class="form" method="post" action={`/apps/${app.id}/restoration`}>
    <p class="field-note">{words.apps.isArchived}</p>
    <Button>{words.apps.bringBackApp}</Button>
  </form>
);

type FormProps = Omit<Props, 'may' | 'lines'>;

const SettingsForm = ({ app, typed, stamp, icons, groups, example, braced, errors, changed, words }: FormProps) => (
  <form class="form" method="post" action={`/apps/${app.id}/settings`}>
    <Hidden values={{ stamp }} />
    <ErrorSummary title={words.apps.notSaved} errors={errors} labels={appLabels(words)} />
    <ChangedMeanwhile changed={changed} words={words} />
    <TextField
      name="name"
      label={words.apps.name}
      help={words.apps.nameHelp}
      error={errors['name']}
      value={typed.name}
      autocomplete="off"
    />
    <IconField icons={icons} value={typed.icon} error={errors['icon']} words={words} />
    <div class="field">
      <TextField
        name="titlePattern"
        label={words.apps.pattern}
        help={words.apps.patternHelp}
        error={errors['titlePattern']}
        value={typed.titlePattern}
        autocomplete="off"
        literal
      />
      <p class="field-help">
        {words.apps.patternWords}{' '}
        {braced.map((name) => (
          <>
            <code>{`{${name}}`}</code>{' '}
          </>
        ))}
      </p>
      {app.fields.some(isReference) && <p class="field-help">{words.apps.patternTells}</p>}
      <p class="field-help">{words.apps.example(example)}</p>
    </div>
    <Numbering app={app} typed={typed} errors={errors} words={words} />
    <RightsFields typed={typed} groups={groups} errors={errors} words={words} />
    <Button>{words.common.save}</Button>
  </form>
);

/** What another item is called is told there to whoever sees this one. */
const isReference = ({ kind }: { kind: string }) => kind === 'reference' || kind === 'references';

const Numbering = ({ app, typed, errors, words: { apps } }: Pick<FormProps, 'app' | 'typed' | 'errors' | 'words'>) => (
  <fieldset class="field numbering">
    <legend class="field-label">{apps.numbering}</legend>
    <div class="side-by-side">
      <TextField
        name="numberPrefix"
        label={apps.prefix}
        help={apps.prefixHelp}
        error={errors['numberPrefix']}
        value={typed.numberPrefix}
        autocomplete="off"
      />
      <TextField
        name="numberDigits"
        label={apps.digits}
        help={apps.digitsHelp}
        error={errors['numberDigits']}
        value={typed.numberDigits}
        inputmode="numeric"
        autocomplete="off"
      />
      <TextField
        name="nextNumber"
        label={apps.next}
        help={apps.nextHelp(app.lastNumber)}
        error={errors['nextNumber']}
        value={typed.nextNumber}
        inputmode="numeric"
        autocomplete="off"
      />
    </div>
  </fieldset>
);
