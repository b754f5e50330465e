import type { Child } from 'hono/jsx';
import type { App } from '../../../src/apps/app.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { EnterButton } from '../fields/enter-button.tsx';
import { ItemFrame } from './item-frame.tsx';

type FormProps = {
  app: App;
  /** What is to be known before anything else, such as that nothing was saved. */
  note?: string | undefined;
  /** The fields: see ItemFields. */
  fields: Child;
  words: Words;
};

/** The form of a new item. `id` is the one it will have. */
export const NewItemPage = ({ id, ...form }: FormProps & { id: string }) => (
  <ItemFrame app={form.app} title={form.words.items.newTitle(form.app.name)}>
    <ItemForm {...form} action={`/apps/${form.app.id}/items`} hidden={{ id }} back={`/apps/${form.app.id}`} />
  </ItemFrame>
);

type EditProps = FormProps & {
  item: { id: string; title: string };
  /** The version that the form shows. */
  base: number;
  /** What somebody else has changed meanwhile. */
  conflict: Child;
  hidden?: Readonly<Record<string, string>>;
};

/** The form of an item that is there. */
export const EditItemPage = ({ item, base, conflict, hidden = {}, ...form }: EditProps) => {
  const href = `/items/${item.id}`;
  const title = form.words.items.editTitle(item.title);
  return (
    <ItemFrame app={form.app} title={title} back={{ href, text: item.title }}>
      <ItemForm {...form} action={href} hidden={{ ...hidden, base: String(base) }} back={href}>
        {conflict}
      </ItemForm>
    </ItemFrame>
  );
};

type ItemFormProps = FormProps & {
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** Where one goes without saving. */
  back: string;
  children?: Child;
};

const ItemForm = ({ app, note, fields, action, hidden, back, words, children }: ItemFormProps) => (
  <>
    <EnterButton form="item-form" words={words} />
    <form id="item-form" class="form" method="post" action={action} enctype="multipart/form-data">
      <Hidden values={hidden} />
      {note !== undefined && (
        <div class="error-summary" role="alert">
          <p>{note}</p>
        </div>
      )}
      {children}
      {app.fields.every(({ onForm }) => !onForm) && <p class="field-note">{words.items.noFields}</p>}
      {fields}
      <div class="buttons">
        <Button name="press" value="save">
          {words.common.save}
        </Button>
        <a class="button" href={back}>
          {words.common.cancel}
        </a>
      </div>
    </form>
  </>
);
