import { Hono } from 'hono';
import { appLabels } from '../../../../views/apps/build/new-app.tsx';
import { AppSettingsPage, type TypedSettings } from '../../../../views/apps/build/settings.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { appIcons } from '../../../apps/app.ts';
import { changeApp, type StoredSettings, settingsOf } from '../../../apps/build/app.ts';
import { archiveApp, restoreApp } from '../../../apps/build/archive.ts';
import { stampOf } from '../../../apps/build/merge.ts';
import { type BuildRefusal, orRefused } from '../../../apps/build/refusal.ts';
import type { BoundLine } from '../../../apps/qualify.ts';
import { appById } from '../../../apps/read.ts';
import type { Words } from '../../../i18n/words.ts';
import { type GroupChoice, groupChoices } from '../../../lines/choice.ts';
import type { Asked } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { typedText } from '../../guard/entered.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from './at-app.ts';
import { exampleOf } from './example.ts';
import { errorsOf, statusOf } from './refused.ts';
import {
  appSettings,
  numberWord,
  patternOf,
  sayMistakes,
  shownSettings,
  typedPattern,
  typedSettings,
} from './settings-form.ts';

/** The settings of an app, and its archiving. */
export const settingsRoutes = new Hono<AtApp>()
  .get('/apps/:id/settings', signedIn, administrator, atApp, async (c) => {
    const saved = c.req.query('saved') !== undefined;
    return await show(c, saved ? { notice: c.var.words.apps.saved } : {});
  })

  .post('/apps/:id/settings', signedIn, administrator, atApp, form(appSettings), async (c) => {
    const { house, person, words, app, entered } = c.var;
    const typed = typedSettings(entered.typed);
    const stamp = typedText(entered.typed, 'stamp');
    const pattern = patternOf(typed.titlePattern, app.fields, words);
    if (!entered.ok || 'error' in pattern) {
      const errors = entered.ok ? {} : sayMistakes(entered.errors, words);
      const all = 'error' in pattern ? { titlePattern: pattern.error, ...errors } : errors;
      return await show(c, { typed, stamp, errors: all }, 422);
    }
    const { stamp: _, ...settings } = { ...entered.value, titlePattern: pattern.pattern };
    const by = { actor: person.id, at: Date.now() };
    const built = await orRefused(house.db.write((tx) => changeApp(tx, app.id, stamp, settings, by)));
    if ('done' in built) return c.redirect(`/apps/${app.id}/settings?saved`, 303);
    return await refuse(c, built, typed, stamp);
  })

  .post('/apps/:id/archiving', signedIn, administrator, atApp, async (c) => {
    const { house, person, app } = c.var;
    const by = { actor: person.id, at: Date.now() };
    const built = await orRefused(house.db.write((tx) => archiveApp(tx, app.id, by)));
    if ('done' in built) return c.redirect(`/apps/${app.id}/settings`, 303);
    return await refuse(c, built);
  })

  .post('/apps/:id/restoration', signedIn, administrator, atApp, async (c) => {
    const { house, person, app } = c.var;
    const by = { actor: person.id, at: Date.now() };
    const built = await orRefused(house.db.write((tx) => restoreApp(tx, app.id, by)));
    if ('done' in built) return c.redirect(`/apps/${app.id}/settings?saved`, 303);
    return await refuse(c, built);
  });

type Shown = {
  typed?: TypedSettings | undefined;
  /** What the form says that it shows, if that is not what is stored. */
  stamp?: string | undefined;
  errors?: FormErrors;
  lines?: readonly BoundLine[];
  /** What somebody else has saved since. */
  conflicts?: readonly string[];
  notice?: string;
};

const refuse = async (
  c: Asked<AtApp>,
  refusal: BuildRefusal,
  typed?: TypedSettings,
  stamp?: string,
): Promise<Response> => {
  const conflicts = refusal.refused === 'conflict' ? refusal.names : [];
  const lines = refusal.refused === 'lines' ? refusal.lines : [];
  const errors = errorsOf(refusal, c.var.words, 'app');
  // Whoever was told what the other one saved and saves once more means it.
  const shown = { typed, errors, conflicts, lines, ...(conflicts.length === 0 && { stamp }) };
  return await show(c, shown, statusOf(refusal));
};

const show = async (c: Asked<AtApp>, shown: Shown = {}, status: 200 | 409 | 422 = 200): Promise<Response> => {
  const { house, words, may } = c.var;
  const { read } = house.db;
  // Anew: a refusal may come from what somebody has changed meanwhile.
  const app = (await appById(read, c.var.app.id)) ?? c.var.app;
  const stored = await settingsOf(read, app);
  const groups = await groupChoices(read);
  const children = (
    <AppSettingsPage
      {...{ app, may, groups, words, icons: appIcons }}
      typed={shown.typed ?? shownSettings(stored, app.fields, words)}
      stamp={shown.stamp ?? stampOf(stored)}
      example={exampleOf(app, app.fields, words)}
      errors={shown.errors ?? {}}
      changed={(shown.conflicts ?? []).map((name) => saidNow(name, stored, app.fields, groups, words))}
      lines={shown.lines ?? []}
      braced={[numberWord(app.fields, words), ...app.fields.slice(0, 12).map((field) => field.name)]}
    />
  );
  const title = words.apps.settingsOf(app.name);
  return await page(c, { title, section: 'apps', styles: ['apps.css'], notice: shown.notice, children }, status);
};

type Fields = Parameters<typeof shownSettings>[1];

/** A setting as it is stored now, in words. */
const saidNow = (
  name: string,
  stored: StoredSettings,
  fields: Fields,
  groups: readonly GroupChoice[],
  words: Words,
): { name: string; label: string; now: string } => {
  const labels: Readonly<Record<string, string>> = appLabels(words);
  const values: Readonly<Record<string, unknown>> = {
    ...stored,
    icon: words.apps.icons[stored.icon],
    titlePattern: typedPattern(stored.titlePattern, fields, words),
  };
  const value = values[name];
  const named = Array.isArray(value)
    ? groups.filter((group) => value.includes(group.id)).map((group) => group.name)
    : [String(value ?? '')];
  return { name, label: labels[name] ?? name, now: named.join(', ') || words.apps.nothing };
};
