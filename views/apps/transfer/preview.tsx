import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { Value } from '../../../src/apps/fields/value.ts';
import type { Found, ItemImport } from '../../../src/apps/transfer/shape.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { AppPage } from '../app-page.tsx';
import { FieldValue } from '../fields/field-value.tsx';
import { BadRows, type SaidRow } from './bad-rows.tsx';
import { CancelImport } from './cancel.tsx';
import type { OfApp } from './of-app.ts';

/** An item that a line would make: what its fields would hold. */
export type FirstItem = { line: number; values: readonly { field: Field; value: Value }[] };

type Props = OfApp & {
  found: ItemImport;
  /** What the reading came to. */
  told: Found;
  bad: readonly SaidRow[];
  /** The first items as they will be, and what is named in them. */
  first: readonly FirstItem[];
  names: Names;
  /** Why it was not written although it was confirmed. */
  notice: string | undefined;
};

/** What a file would add, before anything is added. */
export const PreviewPage = ({ found, told, bad, first, names, notice, ...of }: Props) => {
  const { app, words } = of;
  const { transfer } = words;
  const address = `/apps/${app.id}/imports/${found.id}`;
  return (
    <AppPage {...of} part="imports" title={transfer.previewTitle}>
      {notice !== undefined && (
        <p class="error-summary" role="alert">
          {notice}
        </p>
      )}
      <p>
        <bdi>{found.name}</bdi>. {told.good === 0 ? transfer.nothing : transfer.good(told.good)}
      </p>
      <div class="buttons import-steps">
        {told.good > 0 && (
          <form method="post" action={`${address}/confirmation`}>
            <Button>{transfer.confirm(told.good)}</Button>
          </form>
        )}
        <form method="post" action={`${address}/columns`}>
          <Button kind="plain">{transfer.change}</Button>
        </form>
        <CancelImport appId={app.id} id={found.id} words={words} />
      </div>
      {told.bad > 0 && <BadRows rows={bad} count={told.bad} skipped download={`${address}/bad-rows`} words={words} />}
      {first.length > 0 && <First items={first} names={names} words={words} />}
    </AppPage>
  );
};

type FirstProps = { items: readonly FirstItem[]; names: Names; words: Words };

const First = ({ items, names, words }: FirstProps) => (
  <section class="form-section import-first" aria-labelledby="first-title">
    <h2 id="first-title">{words.transfer.first}</h2>
    {items.map(({ line, values }) => (
      <article class="import-item" aria-label={words.transfer.line(line)}>
        <h3 class="field-help">{words.transfer.line(line)}</h3>
        <dl>
          {values.map(({ field, value }) => (
            <div>
              <dt>{field.name}</dt>
              <dd>
                <FieldValue field={field} value={value} names={names} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      </article>
    ))}
  </section>
);
