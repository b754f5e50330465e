import type { App, AppMay } from '../../../src/apps/app.ts';
import type { RemovedField } from '../../../src/apps/build/remove.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { Typed } from '../../../src/apps/fields/shown/typed-in.ts';
import type { Underway } from '../../../src/apps/upkeep/plan.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { Empty } from '../../layout/empty.tsx';
import { AppPage } from '../app-page.tsx';
import { FieldsForm } from '../fields/fields-form.tsx';
import { FieldMoves } from './field-moves.tsx';
import { RemovedFields } from './removed-fields.tsx';
import { BringBack } from './settings.tsx';

type Props = {
  app: App;
  may: AppMay;
  /** How each field's type is told, by its id. */
  kinds: Readonly<Record<string, string>>;
  underway: readonly Underway[];
  removed: readonly (RemovedField & { kind: string })[];
  /** The button that was pressed last: it has the focus again. */
  moved: { field: string; to: 'up' | 'down' } | null;
  /** What items are called, put together of the names of fields. */
  example: string;
  /** What a new item's form begins with. */
  initial: Typed;
  names: Names;
  words: Words;
};

/** The fields of an app in their order, with what is to be done to them. */
export const FieldListPage = (props: Props) => {
  const { app, may, removed, example, words } = props;
  const open = app.archivedAt === null;
  return (
    <AppPage
      {...{ app, may, words }}
      part="fields"
      administrator
      title={words.apps.fieldList}
      actions={open && app.fields.length > 0 && <AddField app={app} words={words} />}
    >
      {!open && <BringBack app={app} words={words} />}
      {app.fields.length === 0 ? (
        <Empty icon="list-plus" title={words.apps.noFields} text={words.apps.noFieldsHelp}>
          {open && <AddField app={app} words={words} />}
        </Empty>
      ) : (
        <>
          <ol class="rows field-rows" aria-label={words.apps.fieldList}>
            {app.fields.map((field, place) => (
              <li class="row" id={`row-${field.id}`}>
                <FieldRow {...props} field={field} place={place} open={open} />
              </li>
            ))}
          </ol>
          <p class="title-now">
            {words.apps.titleNow}: <strong>{example}</strong>{' '}
            {open && <a href={`/apps/${app.id}/settings`}>{words.apps.change}</a>}
          </p>
          <Preview {...props} />
        </>
      )}
      {open && <RemovedFields app={app} removed={removed} words={words} />}
    </AppPage>
  );
};

const AddField = ({ app, words }: Pick<Props, 'app' | 'words'>) => (
  <a class="button primary" href={`/apps/${app.id}/fields/new`}>
    <Icon name="plus" />
    {words.apps.addField}
  </a>
);

type RowProps = Props & { field: Field; place: number; open: boolean };

const FieldRow = ({ app, field, place, open, kinds, underway, moved, words }: RowProps) => {
  const own = `/apps/${app.id}/fields/${field.id}`;
  const { apps } = words;
  const now = underway.find(({ fieldId }) => fieldId === field.id);
  return (
    <>
      <div class="row-main">
        <a class="list-main" href={own}>
          {field.name}
        </a>
        <p class="row-note">
          {kinds[field.id]}
          {now && ` · ${now.what === 'conversion' ? apps.converting : apps.underway}`}
        </p>
      </div>
      <div class="marks">
        {field.required && <span class="mark">{apps.required}</span>}
        {field.sole && <span class="mark">{apps.sole}</span>}
        {!field.onForm && <span class="mark">{apps.offForm}</span>}
        {!field.inList && <span class="mark">{apps.offList}</span>}
      </div>
      {open && <FieldMoves {...{ own, field, place, last: app.fields.length - 1, moved, words }} />}
    </>
  );
};

/** The form of a new item, to look at. What is disabled is not sent, and looks for nothing. */
const Preview = ({ app, initial, names, words }: Props) => (
  <details class="form-preview">
    <summary class="button">{words.apps.preview}</summary>
    <p class="field-help">{words.apps.previewHelp}</p>
    <fieldset class="form" disabled>
      <legend class="sr-only">{words.apps.preview}</legend>
      <FieldsForm
        fields={app.fields.filter((field) => field.onForm)}
        typed={initial}
        problems={{}}
        names={names}
        words={words}
      />
    </fieldset>
  </details>
);
