import type { Context } from 'hono';
import { Conflict } from '../../../views/lines/conflict.tsx';
import type { LineFormProps } from '../../../views/lines/form.tsx';
import { ArchivedLinePage, LineSettingsPage, LineTuningPage, NewLinePage } from '../../../views/lines/pages.tsx';
import type { Names } from '../../../views/lines/values.ts';
import { appChoices, isExternal } from '../../lines/app-choice.ts';
import { groupChoices, unitsChosen, usersChosen } from '../../lines/choice.ts';
import { stampOf } from '../../lines/merge.ts';
import { audienceOf } from '../../lines/reach.ts';
import type { Line, TypedLine } from '../../lines/settings.ts';
import type { SignedIn } from '../env.ts';
import { page } from '../page.tsx';
import type { AtLine } from './at-line.ts';
import { pickerFor } from './picker.ts';
import { pictureLimits } from './picture.ts';

/** What a page shows beyond what is stored: what was typed, and why it is not stored yet. */
export type Shown = Partial<Pick<LineFormProps, 'errors' | 'conflicts' | 'avatarLost'>> & {
  /** What is looked for among those who can be let write. */
  find?: string;
  typed?: TypedLine;
  /** What the form says that it shows, if that is not what is stored. */
  stamp?: string;
  notice?: string | undefined;
};

type Status = 200 | 409 | 422;

/** The form of a line that is being added under `id`. */
export const showNew = async <E extends SignedIn>(c: Context<E>, id: string, shown: Shown, status: Status = 200) => {
  const { words }: SignedIn['Variables'] = c.var;
  const props = { action: '/lines', line: null, hidden: { id } };
  const form = await formProps(c, { ...shown, typed: shown.typed ?? blank }, props);
  const children = <NewLinePage {...form} />;
  return await page(c, { title: words.lines.addTitle, section: 'lines', scripts, children }, status);
};

/** The settings of a line, as far as the person may change them. */
export const showSettings = async <E extends AtLine>(
  c: Context<E>,
  line: Line,
  shown: Shown = {},
  status: Status = 200,
) => {
  const stamp = shown.stamp ?? stampOf(line);
  const { configures, words }: AtLine['Variables'] = c.var;
  const children = configures ? await whole(c, line, stamp, shown) : await tuning(c, line, stamp, shown);
  const title = words.lines.settingsOf(line.name);
  return await page(
    c,
    { title, section: 'lines', notice: shown.notice, scripts: configures ? scripts : [], children },
    status,
  );
};

/** The settings of an archived line; `meanwhile` after an attempt to change them. */
export const showArchived = async <E extends AtLine>(c: Context<E>, line: Line, meanwhile: boolean) => {
  const names = await namesFor(c, line);
  const [back, backText] = wayBack(c, line);
  const children = <ArchivedLinePage line={line} meanwhile={meanwhile} back={back} backText={backText} {...names} />;
  const title = names.words.lines.settingsOf(line.name);
  return await page(c, { title, section: 'lines', children }, meanwhile ? 409 : 200);
};

const scripts = ['audience.js'];

const whole = async <E extends AtLine>(c: Context<E>, line: Line, stamp: string, shown: Shown) => {
  const props = { action: `/lines/${line.id}/settings`, line, hidden: { stamp } };
  const form = await formProps(c, { ...shown, typed: shown.typed ?? line }, props);
  return <LineSettingsPage {...form} line={line} />;
};

const tuning = async <E extends AtLine>(c: Context<E>, line: Line, stamp: string, shown: Shown) => {
  const names = await namesFor(c, line);
  const conflicts = shown.conflicts ?? [];
  return (
    <LineTuningPage
      line={line}
      typed={shown.typed ?? line}
      stamp={stamp}
      errors={shown.errors ?? {}}
      conflict={conflicts.length > 0 && <Conflict settings={conflicts} stored={line} {...names} />}
      {...names}
    />
  );
};

const formProps = async <E extends SignedIn, P extends Pick<LineFormProps, 'action' | 'line' | 'hidden'>>(
  c: Context<E>,
  { typed, ...shown }: Shown & { typed: TypedLine },
  props: P,
) => {
  const { read } = c.var.house.db;
  return {
    words: c.var.words,
    picker: await pickerFor(read, audienceOf(typed), shown.find ?? null),
    apps: {
      choices: await appChoices(read, props.line ?? typed),
      external: props.line !== null && (await isExternal(read, props.line.id)),
    },
    names: await namesFor(c, props.line ?? typed),
    typed,
    errors: shown.errors ?? {},
    conflicts: shown.conflicts ?? [],
    pictures: pictureLimits,
    avatarLost: shown.avatarLost ?? false,
    ...props,
  };
};

/** What the values of a line are called. */
const namesFor = async <E extends SignedIn>(c: Context<E>, line: TypedLine): Promise<Names> => {
  const { house, words }: SignedIn['Variables'] = c.var;
  const { read } = house.db;
  return {
    words,
    groups: await groupChoices(read),
    people: await usersChosen(read, line.audienceUsers),
    units: await unitsChosen(read, line.audienceUnits),
    apps: await appChoices(read, line),
  };
};

const wayBack = <E extends AtLine>(c: Context<E>, line: Line): [address: string, text: string] => {
  const { configures, words }: AtLine['Variables'] = c.var;
  return configures ? ['/lines/all', words.lines.allLines] : [`/lines/${line.id}`, line.name];
};

const blank: TypedLine = {
  name: '',
  description: '',
  showOperator: false,
  audienceGroups: [],
  audienceUsers: [],
  audienceUnits: [],
  operatorGroups: [],
  supervisorGroups: [],
  linkApp: null,
  createdApps: [],
};
