import type { PropsWithChildren } from 'hono/jsx';
import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import type { FieldKind } from '../../../src/apps/fields/kinds.ts';
import type { BoundLine } from '../../../src/apps/qualify.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { AppPage } from '../app-page.tsx';
import { type FieldFormProps, OfKind } from './field-form.tsx';
import { KindPicker } from './kind-picker.tsx';
import { RelyingLines } from './relying.tsx';

type Of = { app: App; may: AppMay; field: Field; words: Words };

/** What a change of type would do, as it is told. */
export type ToldChange = {
  /** How the new type is called. */
  kind: string;
  /** Why not, in words; null where it can be done. */
  refusal: string | null;
  holding: number;
  lost: number;
  /** Values with what would become of them; none where who looks may not see them. */
  examples: readonly { before: string; after: string | null }[];
  /** What is sent to do it. */
  values: Readonly<Record<string, string>>;
  /** Unique would be switched off. */
  losesSole: boolean;
};

/** Another type for a field: which, and what that needs to know. */
export const PickNewKindPage = ({ app, may, field, kinds, words }: Of & { kinds: readonly FieldKind[] }) => (
  <Page {...{ app, may, field, words }}>
    <h2>{words.apps.newType}</h2>
    <KindPicker kinds={kinds} action={`${addressOf(app, field)}/kind`} chosen={field.kind} words={words} />
  </Page>
);

type ChangeProps = Of &
  Pick<FieldFormProps, 'kind' | 'typed' | 'offers' | 'errors'> & {
    /** Null until all is chosen that the type needs. */
    change: ToldChange | null;
    lines: readonly BoundLine[];
    refused: FormErrors;
  };

/** What the change would do, with counts, and the button that does it. */
export const KindChangePage = ({ app, may, field, words, ...rest }: ChangeProps) => {
  const { kind, typed, offers, errors, change, lines, refused } = rest;
  const asks = ['money', 'number', 'reference', 'references'].includes(kind);
  const own = addressOf(app, field);
  return (
    <Page {...{ app, may, field, words }}>
      <p class="of-kind">
        {words.apps.newType}: <strong>{words.audit.choices[kind]}</strong>{' '}
        <a href={`${own}/kind`}>{words.apps.otherKind}</a>
      </p>
      <RelyingLines lines={lines} words={words} />
      <ErrorSummary title={words.apps.notSaved} errors={refused} />
      {asks && (
        <form class="form" method="get" action={`${own}/kind`}>
          <Hidden values={{ kind, asked: 'yes' }} />
          <OfKind kind={kind} typed={typed} offers={offers} errors={errors} words={words} />
          <Button kind="plain">{words.apps.look}</Button>
        </form>
      )}
      {change && <Findings own={own} change={change} words={words} />}
    </Page>
  );
};

const Findings = ({ own, change, words: { apps } }: { own: string; change: ToldChange; words: Words }) => (
  <section class="form" aria-labelledby="findings">
    <h2 id="findings">{change.kind}</h2>
    <ul class="findings">
      <li>{apps.holding(change.holding)}</li>
      {change.holding > change.lost && <li>{apps.converts(change.holding - change.lost)}</li>}
      {change.lost > 0 && <li class="bad">{apps.lost(change.lost)}</li>}
      {change.losesSole && <li>{apps.losesSole}</li>}
    </ul>
    {change.examples.length > 0 && <Examples change={change} words={{ apps }} />}
    {change.refusal === null ? (
      <form class="form" method="post" action={`${own}/kind`}>
        <Hidden values={change.values} />
        <p class="field-help">
          {apps.nothingLost} {change.holding > 0 && `${apps.slowly} ${apps.keptOld}`}
        </p>
        <Button>{apps.doChange(change.kind)}</Button>
      </form>
    ) : (
      <p class="field-note">{change.refusal}</p>
    )}
  </section>
);

const Examples = ({ change, words: { apps } }: { change: ToldChange; words: Pick<Words, 'apps'> }) => (
  <table class="examples">
    <caption class="field-label">{apps.examples}</caption>
    <thead class="sr-only">
      <tr>
        <th scope="col">{apps.before}</th>
        <th scope="col">{apps.after}</th>
      </tr>
    </thead>
    <tbody>
      {change.examples.map(({ before, after }) => (
        <tr>
          <td>{before}</td>
          <td>{after === null ? <em class="reason">{apps.isLost}</em> : after}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Page = ({ app, may, field, words, children }: PropsWithChildren<Of>) => (
  <AppPage app={app} part="fields" may={may} administrator words={words} title={words.apps.changeTypeOf(field.name)}>
    {children}
  </AppPage>
);

const addressOf = (app: App, field: Field): string => `/apps/${app.id}/fields/${field.id}`;
