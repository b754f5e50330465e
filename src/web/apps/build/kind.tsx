import { Hono } from 'hono';
import { z } from 'zod';
import { KindChangePage, PickNewKindPage, type ToldChange } from '../../../../views/apps/build/kind-change.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { buildLimits } from '../../../apps/build/definition.ts';
import { changeKind, type KindChange, kindChange, type Wanted } from '../../../apps/build/kind-change.ts';
import { appNames, appsToReferTo } from '../../../apps/build/list.ts';
import { sameValue } from '../../../apps/build/merge.ts';
import { type BuildRefusal, orRefused } from '../../../apps/build/refusal.ts';
import type { Field } from '../../../apps/fields/field.ts';
import { type FieldKind, fieldKinds } from '../../../apps/fields/kinds.ts';
import { limits } from '../../../apps/fields/limits.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { shownText } from '../../../apps/fields/shown/text.ts';
import type { Value } from '../../../apps/fields/value.ts';
import { pendingOf } from '../../../apps/upkeep/pending.ts';
import { pendingIn } from '../../../apps/upkeep/plan.ts';
import type { Asked } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from './at-app.ts';
import { currenciesIn } from './currencies.ts';
import { describeOne } from './describe.ts';
import { blankField, enterOptions, kindNamed } from './field-entered.ts';
import { errorsOf, statusOf } from './refused.ts';

/** What the address, or the form, says of the new type. */
const asked = z.object({
  kind: z.string().optional().catch(undefined),
  currency: z.string().max(3).optional().catch(undefined),
  decimals: z.string().max(1).optional().catch(undefined),
  app: z.string().max(64).optional().catch(undefined),
  asked: z.string().optional().catch(undefined),
});

type AskedKind = z.output<typeof asked>;

/** Another type for a field: what that would do is counted before it is done. */
export const kindRoutes = new Hono<AtApp>()
  .get('/apps/:id/fields/:field/kind', signedIn, administrator, atApp, async (c) => {
    const { app, may, words } = c.var;
    const field = app.fields.find((one) => one.id === c.req.param('field'));
    if (!field) return c.notFound();
    const wanted = asked.parse(c.req.query());
    const kind = kindNamed(wanted.kind);
    if (kind) return await show(c, field, kind, wanted);
    const children = <PickNewKindPage {...{ app, may, field, words }} kinds={fieldKinds} />;
    return await page(c, { ...shell, title: words.apps.changeTypeOf(field.name), children });
  })

  .post('/apps/:id/fields/:field/kind', signedIn, administrator, atApp, form(asked), async (c) => {
    const { house, person, words, app, entered } = c.var;
    const field = app.fields.find((one) => one.id === c.req.param('field'));
    const kind = entered.ok ? kindNamed(entered.value.kind) : undefined;
    if (!(field && kind && entered.ok)) return c.notFound();
    const said = { ...entered.value, asked: 'yes' };
    const wanted = wantedOf(c, field, kind, said);
    if ('errors' in wanted) return await show(c, field, kind, said, undefined, 422);
    // Sent twice: it is that already, or on the way.
    const { conversions } = await pendingOf(house.db.read, app.id);
    const underway = conversions.find(({ from }) => from === field.id)?.to;
    if (sameKind(underway ?? field, wanted)) return done(c);
    const change = await kindChange(house.db.read, field, wanted, words.apps);
    const by = { actor: person.id, at: Date.now() };
    const built = await orRefused(house.db.write((tx) => changeKind(tx, field, change, by)));
    return 'done' in built ? done(c) : await show(c, field, kind, said, built, statusOf(built));
  });

const shell = { section: 'apps', styles: ['apps.css'] } as const;

const done = (c: Asked<AtApp>): Response => c.redirect(`/apps/${c.var.app.id}/fields?changing`, 303);

/** What the type needs to know: as it was asked for, as the field has it now, or as a new field begins. */
const typedOf = (c: Asked<AtApp>, field: Field, said: AskedKind) => {
  const { app, words } = c.var;
  const blank = blankField(app.fields, words);
  const { options } = field;
  return {
    ...blank,
    currency: said.currency ?? ('currency' in options ? options.currency : blank.currency),
    decimals: said.decimals ?? ('decimals' in options ? String(options.decimals) : blank.decimals),
    app: said.app ?? ('app' in options ? options.app : ''),
  };
};

const wantedOf = (c: Asked<AtApp>, field: Field, kind: FieldKind, said: AskedKind): Wanted | { errors: FormErrors } => {
  const read = enterOptions(kind, typedOf(c, field, said), c.var.words);
  return 'errors' in read ? read : { kind, options: read.options };
};

/** Choices are of one kind whatever they offer. */
const sameKind = (field: Field, { kind, options }: Wanted): boolean =>
  field.kind === kind && ('choices' in options || sameValue(field.options, options));

const show = async (
  c: Asked<AtApp>,
  field: Field,
  kind: FieldKind,
  said: AskedKind,
  refusal?: BuildRefusal,
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { house, words, app, may } = c.var;
  const { read } = house.db;
  const wanted = wantedOf(c, field, kind, said);
  const underway = (await pendingIn(read, app.id)).some((one) => one.fieldId === field.id && one.what === 'conversion');
  const refused = underway && !refusal ? ({ refused: 'changing' } as const) : refusal;
  // What asks for more, such as a currency, is looked at when that was chosen.
  const ready = !underway && !('errors' in wanted);
  const change = ready ? await tell(c, field, wanted, said) : null;
  const refers = kind === 'reference' || kind === 'references';
  const children = (
    <KindChangePage
      {...{ app, may, field, kind, words, change }}
      typed={typedOf(c, field, said)}
      offers={{
        ...{ sole: false, initial: null, retired: [] },
        currencies: kind === 'money' ? currenciesIn(words) : [],
        decimals: Array.from({ length: limits.decimals + 1 }, (_, count) => count),
        apps: refers ? await appsToReferTo(read) : [],
      }}
      errors={'errors' in wanted && said.asked !== undefined ? wanted.errors : {}}
      lines={refused?.refused === 'lines' ? refused.lines : []}
      refused={refused ? errorsOf(refused, words, 'field') : {}}
    />
  );
  return await page(c, { ...shell, title: words.apps.changeTypeOf(field.name), children }, status);
};

const tell = async (c: Asked<AtApp>, field: Field, wanted: Wanted, said: AskedKind): Promise<ToldChange> => {
  const { house, words, may } = c.var;
  const { read } = house.db;
  const change = await kindChange(read, field, wanted, words.apps);
  const names = await appNames(read, 'app' in wanted.options ? [wanted.options.app] : []);
  const { asked: _, ...values } = typedValues(said);
  return {
    kind: describeOne(change.to, names, words),
    refusal: refusalOf(field, wanted, change, c),
    holding: change.holding,
    lost: change.lost,
    // Whoever defines an app need not see what its items hold.
    examples: may.see ? await inWords(c, field, change) : [],
    values: { ...values, kind: wanted.kind, ...plainOptions(wanted) },
    losesSole: field.sole && !change.to.sole,
  };
};

const typedValues = (said: AskedKind): Record<string, string> =>
  Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));

const plainOptions = ({ options }: Wanted): Record<string, string> => ({
  ...('currency' in options && { currency: options.currency }),
  ...('decimals' in options && { decimals: String(options.decimals) }),
  ...('app' in options && { app: options.app }),
});

const refusalOf = (field: Field, wanted: Wanted, change: KindChange, c: Asked<AtApp>): string | null => {
  const { apps } = c.var.words;
  if (sameKind(field, wanted)) return apps.same;
  if (change.tooManyChoices !== null) return apps.tooManyKinds(change.tooManyChoices, buildLimits.choices);
  if (change.lost === 0) return null;
  return change.possible ? apps.lostHelp : `${apps.noWay} ${apps.lostHelp}`;
};

const inWords = async (
  c: Asked<AtApp>,
  field: Field,
  { to, examples }: KindChange,
): Promise<ToldChange['examples']> => {
  const { house, person, words } = c.var;
  const docs = examples.map(({ before }) => ({ [String(field.n)]: before }));
  const names = await namesFor(house.db.read, [field], docs, person.id);
  const say = (as: Field, value: Value): string => clipped(shownText(as, value, names, words));
  return examples.map(({ before, after }) => ({
    before: say(field, before),
    after: after === null ? null : say(to, after),
  }));
};

const clipped = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
