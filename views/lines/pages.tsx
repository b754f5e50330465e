import type { PropsWithChildren } from 'hono/jsx';
import type { Line } from '../../src/lines/settings.ts';
import { Button } from '../form/button.tsx';
import { Confirm } from '../form/confirm.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { Icon } from '../icons/icon.tsx';
import { LineForm, type LineFormProps } from './form.tsx';
import { ReadOnlySettings } from './read-only.tsx';
import { TuningFields } from './tuning.tsx';
import { type Names, settingLabels } from './values.ts';

/** A line that is being added. */
export const NewLinePage = (form: LineFormProps) => (
  <Page title={form.words.lines.addTitle} back="/lines/all" backText={form.words.lines.allLines}>
    <LineForm {...form} />
  </Page>
);

/** All settings of a line, for an administrator. */
export const LineSettingsPage = ({ line, ...form }: LineFormProps & { line: Line }) => (
  <Page title={form.words.lines.settingsOf(line.name)} back="/lines/all" backText={form.words.lines.allLines}>
    <LineForm line={line} {...form} />
    <section class="danger-zone" aria-labelledby="archive">
      <h2 id="archive">{form.words.lines.archive}</h2>
      <Confirm
        ask={form.words.lines.archive}
        text={`${form.words.lines.archiveHelp} ${form.words.lines.archiveCannotUndo}`}
        confirm={form.words.lines.archiveConfirm(line.name)}
        action={`/lines/${line.id}/archiving`}
      />
    </section>
  </Page>
);

/** A line's settings as its supervisors have them: what they may change, and all the rest to read. */
export const LineTuningPage = ({ line, typed, stamp, errors, conflict, ...names }: TuningProps) => (
  <Page title={names.words.lines.settingsOf(line.name)} back={`/lines/${line.id}`} backText={line.name}>
    <form class="form" method="post" action={`/lines/${line.id}/settings`}>
      <Hidden values={{ stamp }} />
      <ErrorSummary title={names.words.lines.notSaved} errors={errors} labels={settingLabels(names.words)} />
      {conflict}
      <TuningFields typed={typed} errors={errors} words={names.words} />
      <Button>{names.words.common.save}</Button>
    </form>
    <p class="field-help">{names.words.lines.onlyAdministrators}</p>
    <ReadOnlySettings line={line} settings={notTunable} {...names} />
  </Page>
);

/** The settings of a line that is archived: nobody changes them any more. */
export const ArchivedLinePage = ({ line, meanwhile, back, backText, ...names }: ArchivedProps) => (
  <Page title={names.words.lines.settingsOf(line.name)} back={back} backText={backText}>
    <p class="field-note" role={meanwhile ? 'alert' : undefined}>
      {meanwhile ? names.words.lines.archivedMeanwhile : names.words.lines.isArchived}
    </p>
    <ReadOnlySettings line={line} settings={[...notTunable, 'showOperator', 'description']} {...names} />
  </Page>
);

type ArchivedProps = Names & { line: Line; meanwhile: boolean; back: string; backText: string };

type TuningProps = Names & {
  line: Line;
  typed: Pick<Line, 'description' | 'showOperator'>;
  stamp: string;
  errors: FormErrors;
  conflict: unknown;
};

const notTunable = [
  ...(['name', 'avatar', 'audienceGroups', 'audienceUnits', 'audienceUsers'] as const),
  ...(['operatorGroups', 'supervisorGroups', 'linkApp', 'createdApps'] as const),
];

const Page = ({
  title,
  back,
  backText,
  children,
}: PropsWithChildren<{ title: string; back: string; backText: string }>) => (
  <main id="main" class="page">
    <p class="page-back">
      <a href={back}>
        <Icon name="arrow-left" />
        {backText}
      </a>
    </p>
    <h1>{title}</h1>
    {children}
  </main>
);
