import { Hono } from 'hono';
import { ImportsPage } from '../../../../views/apps/transfer/imports.tsx';
import { NewImportPage } from '../../../../views/apps/transfer/new-import.tsx';
import { FileWrong } from '../../../apps/transfer/file.ts';
import { firstPlan } from '../../../apps/transfer/first-plan.ts';
import { lastImports, startImport } from '../../../apps/transfer/imports.ts';
import { importLimits } from '../../../apps/transfer/limits.ts';
import type { ImportPlan } from '../../../apps/transfer/shape.ts';
import type { Asked } from '../../env.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { bigUpload, type Form } from '../../guard/upload.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from '../items/at-app.ts';
import { ofApp } from './of-app.ts';
import { sayFile } from './say.ts';

/** The imports into an app, and the beginning of a new one. */
export const importsRoutes = new Hono<AtApp>()
  .get('/apps/:id/imports', signedIn, atApp('create'), async (c) => {
    const { house, person, app, words } = c.var;
    const imports = await lastImports(house.db.read, app.id, most);
    const children = <ImportsPage {...ofApp(c)} imports={imports} mine={person.id} />;
    return await page(c, { title: words.transfer.title, section: 'apps', styles: ['apps.css'], children });
  })

  .get('/apps/:id/imports/new', signedIn, atApp('create'), (c) => showNew(c))

  .post(
    '/apps/:id/imports',
    signedIn,
    atApp('create'),
    bigUpload('file', ({ maxImportBytes }) => maxImportBytes),
    async (c) => {
      const { house, person, app, form, words } = c.var;
      const given = await planOf(c, form);
      if ('error' in given) return await showNew(c, given.error);
      const [file] = form.files;
      if (!file) return await showNew(c, words.transfer.files.nothing());
      const at = Date.now();
      const begun = { appId: app.id, actor: person.id, file, plan: given.plan, at };
      const id = await house.db.write((tx) => startImport(tx, begun));
      form.keep();
      return c.redirect(`/apps/${app.id}/imports/${id}`, 303);
    },
  );

/** Imports that are listed. */
const most = 30;

/** What is to become of the file of a form, or why it is none. */
const planOf = async (c: Asked<AtApp>, form: Form): Promise<{ plan: ImportPlan } | { error: string }> => {
  const { house, app, words } = c.var;
  const [refused] = form.problems;
  if (refused?.problem === 'disk-full') return { error: words.transfer.files['disk-full']() };
  if (refused && refused.problem !== 'empty')
    return { error: words.transfer.files['too-large'](String(house.config.maxImportBytes / 1024 / 1024)) };
  const [file] = form.files;
  if (!file) return { error: words.transfer.files.nothing() };
  try {
    return { plan: await firstPlan(house.files, app, file, { language: words.language, zone: words.zone ?? 'UTC' }) };
  } catch (error) {
    if (error instanceof FileWrong) return { error: sayFile(words, error.found) };
    throw error;
  }
};

const showNew = async (c: Asked<AtApp>, error?: string): Promise<Response> => {
  const { house, words } = c.var;
  const megabytes = house.config.maxImportBytes / 1024 / 1024;
  const children = <NewImportPage {...ofApp(c)} megabytes={megabytes} rows={importLimits.rows} error={error} />;
  const title = words.transfer.newTitle;
  return await page(c, { title, section: 'apps', styles: ['apps.css'], children }, error === undefined ? 200 : 422);
};
