import { Hono } from 'hono';
import { NewAppPage } from '../../../../views/apps/build/new-app.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { appIcons } from '../../../apps/app.ts';
import { createApp, settingsOf } from '../../../apps/build/app.ts';
import type { AppSettings } from '../../../apps/build/definition.ts';
import { sameValue } from '../../../apps/build/merge.ts';
import { orRefused } from '../../../apps/build/refusal.ts';
import { appById } from '../../../apps/read.ts';
import { newId } from '../../../id.ts';
import { groupChoices } from '../../../lines/choice.ts';
import { groupsToJoin } from '../../../people/groups.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import type { Typed } from '../../guard/entered.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { errorsOf, statusOf } from './refused.ts';
import { newApp, sayMistakes, typedSettings } from './settings-form.ts';

/** Adding an app: afterwards its fields are asked for. */
export const newAppRoutes = new Hono<SignedIn>()
  .get('/apps/new', signedIn, administrator, async (c) => {
    const everybody = await groupsToJoin(c.var.house.db.read);
    const first = everybody.filter((group) => group.system === 'administrators').map((group) => group.id);
    const rights = { seeGroups: first, createGroups: first, editGroups: first };
    return await show(c, newId(), { name: '', icon: appIcons[0], ...rights });
  })

  .post('/apps', signedIn, administrator, form(newApp), async (c) => {
    const { house, person, words, entered } = c.var;
    const typed = typedSettings(entered.typed);
    const id = idIn(entered.typed);
    if (!entered.ok) return await show(c, id, typed, sayMistakes(entered.errors, words), 422);
    const { id: _, ...said } = entered.value;
    const settings: AppSettings = {
      ...{ titlePattern: words.apps.firstPattern, numberPrefix: '', numberDigits: 1 },
      ...said,
    };
    const built = await orRefused(
      house.db.write((tx) => createApp(tx, id, settings, { actor: person.id, at: Date.now() })),
    );
    if ('done' in built) return c.redirect(`/apps/${id}/fields`, 303);
    const before = await sentBefore(c, id, said);
    if (before === 'same') return c.redirect(`/apps/${id}/fields`, 303);
    const refusal = before === 'other' ? ({ refused: 'sent-before' } as const) : built;
    // Under the same id it would be refused for ever.
    const next = refusal.refused === 'sent-before' ? newId() : id;
    return await show(c, next, typed, errorsOf(refusal, words, 'app'), statusOf(refusal));
  });

type Shown = Pick<ReturnType<typeof typedSettings>, 'name' | 'icon' | 'seeGroups' | 'createGroups' | 'editGroups'>;

const idIn = (typed: Typed): string => newApp.shape.id.parse(typed['id']) ?? newId();

/** Whether the form was sent before, with the same in it or with something else. */
const sentBefore = async (
  c: Asked<SignedIn>,
  id: string,
  said: Readonly<Record<string, unknown>>,
): Promise<'same' | 'other' | 'no'> => {
  const { read } = c.var.house.db;
  const app = await appById(read, id);
  if (!app) return 'no';
  const stored: Readonly<Record<string, unknown>> = await settingsOf(read, app);
  return Object.entries(said).every(([name, value]) => sameValue(value, stored[name])) ? 'same' : 'other';
};

const show = async (
  c: Asked<SignedIn>,
  id: string,
  typed: Shown,
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { house, words } = c.var;
  const groups = await groupChoices(house.db.read);
  const children = <NewAppPage {...{ id, typed, icons: appIcons, groups, errors, words }} />;
  return await page(c, { title: words.apps.newTitle, section: 'apps', styles: ['apps.css'], children }, status);
};
