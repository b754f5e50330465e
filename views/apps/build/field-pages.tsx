import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import type { FieldKind } from '../../../src/apps/fields/kinds.ts';
import type { BoundLine } from '../../../src/apps/qualify.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { AppPage } from '../app-page.tsx';
import { FieldForm, type FieldFormProps } from './field-form.tsx';
import { KindPicker } from './kind-picker.tsx';
import { RelyingLines } from './relying.tsx';

type Of = { app: App; may: AppMay; words: Words };

/** The first question about a new field: what it holds. */
export const PickKindPage = ({ app, may, kinds, words }: Of & { kinds: readonly FieldKind[] }) => (
  <AppPage app={app} part="fields" may={may} administrator words={words} title={words.apps.newField}>
    <h2>{words.apps.pickKind}</h2>
    <KindPicker kinds={kinds} action={`/apps/${app.id}/fields/new`} words={words} />
  </AppPage>
);

/** A field that is being added, of a type that is chosen already. */
export const NewFieldPage = ({ app, may, ...form }: Of & FieldFormProps) => (
  <AppPage app={app} part="fields" may={may} administrator words={form.words} title={form.words.apps.newField}>
    <p class="of-kind">
      {form.words.apps.type}: <strong>{form.words.audit.choices[form.kind]}</strong>{' '}
      <a href={`/apps/${app.id}/fields/new`}>{form.words.apps.otherKind}</a>
    </p>
    <FieldForm {...form} />
  </AppPage>
);

type FieldPageProps = Of & FieldFormProps & { field: Field; about: string; lines: readonly BoundLine[] };

/** All of a field: what can be changed at once, the way to another type, and its end. */
export const FieldPage = ({ app, may, field, about, lines, ...form }: FieldPageProps) => {
  const { words } = form;
  const own = `/apps/${app.id}/fields/${field.id}`;
  return (
    <AppPage app={app} part="fields" may={may} administrator words={words} title={field.name}>
      <p class="of-kind">
        {words.apps.type}: <strong>{about}</strong> <a href={`${own}/kind`}>{words.apps.changeType}</a>
      </p>
      <RelyingLines lines={lines} words={words} />
      <FieldForm {...form} />
      <section class="danger-zone" aria-labelledby="remove">
        <h2 id="remove">{words.apps.remove}</h2>
        <a class="button danger" href={`${own}/removal`}>
          <Icon name="trash-2" />
          {words.apps.removeConfirm(field.name)}
        </a>
      </section>
    </AppPage>
  );
};
