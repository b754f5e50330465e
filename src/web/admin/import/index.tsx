import { Hono } from 'hono';
import { DoneImport } from '../../../../views/admin/import/done.tsx';
import { PreviewImport } from '../../../../views/admin/import/preview.tsx';
import { StartImport, type StartProps } from '../../../../views/admin/import/start.tsx';
import { confirmImport, lookAgain } from '../../../people/import/confirm.ts';
import { changeImport, importOf, keepImport } from '../../../people/import/pending.ts';
import type { Waiting } from '../../../people/import/shape.ts';
import { countInvited } from '../../../people/invitations.ts';
import { invitationDays } from '../../../people/password/links.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { typedText } from '../../guard/entered.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { upload } from '../../guard/upload.ts';
import { page } from '../../page.tsx';
import { changeRoles } from '../change-roles.ts';
import { bytesOf } from './given.ts';
import { importLimits } from './problem.ts';
import { readPeople } from './read.ts';
import { sayProblem } from './say.ts';
import { shownPeople } from './shown.ts';

/** People from a file: read, looked at, and only then added. */
export const importRoutes = new Hono<SignedIn>()
  .get('/admin/users/import', signedIn, administrator, (c) => showStart(c))

  .post('/admin/users/import', signedIn, administrator, upload('file'), async (c) => {
    const { house, person, form, words } = c.var;
    const given = await bytesOf(house.files, form);
    const read = 'problem' in given ? given : await readPeople(house.db.read, given.bytes);
    if ('problem' in read) {
      const at = form.files.length + form.problems.length > 0 ? ('file' as const) : undefined;
      const refused = { text: typedText(form.fields, 'text'), error: sayProblem(words, read), at };
      return await showStart(c, refused, 422);
    }
    const id = await house.db.write((tx) => keepImport(tx, person.id, read, Date.now()));
    return c.redirect(`/admin/users/import/${id}`, 303);
  })

  .get('/admin/users/import/:id', signedIn, administrator, async (c) => {
    const { house, person, words } = c.var;
    const id = c.req.param('id');
    const found = await importOf(house.db.read, person.id, id, Date.now());
    if (!found) return c.notFound();
    if (found.state === 'waiting') return await showPreview(c, id, found);
    const children = <DoneImport words={words} id={id} count={found.people.length} invitationDays={invitationDays} />;
    return await page(c, { title: words.joining.import.doneTitle, section: 'admin', children });
  })

  .post('/admin/users/import/:id', signedIn, administrator, async (c) => {
    const { house, person } = c.var;
    const id = c.req.param('id');
    const outcome = await changeRoles(c, (tx) => confirmImport(tx, person.id, id, Date.now()));
    if ('done' in outcome) return c.redirect(`/admin/users/import/${id}`, 303);
    // Somebody came with one of the emails, or a group or unit went, after the file was read: it is looked at again.
    const found = await importOf(house.db.read, person.id, id, Date.now());
    if (found?.state !== 'waiting') return c.notFound();
    const again = await lookAgain(house.db.read, found);
    await house.db.write((tx) => changeImport(tx, id, again));
    return await showPreview(c, id, again, c.var.words.joining.import.changed);
  });

const limits = { megabytes: importLimits.bytes / (1024 * 1024), rows: importLimits.rows };

const showStart = async (
  c: Asked<SignedIn>,
  refused: Pick<StartProps, 'text' | 'error' | 'at'> = { text: '' },
  status: 200 | 422 = 200,
): Promise<Response> => {
  const { house, words } = c.var;
  const invited = await countInvited(house.db.read);
  const props = { words, limits, invited, invitationDays, ...refused };
  const children = <StartImport {...props} />;
  return await page(c, { title: words.joining.import.title, section: 'admin', children }, status);
};

const showPreview = async (c: Asked<SignedIn>, id: string, waiting: Waiting, notice?: string): Promise<Response> => {
  const { house, words } = c.var;
  const first = await shownPeople(house.db.read, waiting.newcomers.slice(0, firstFew));
  const children = (
    <PreviewImport
      words={words}
      id={id}
      waiting={waiting}
      count={waiting.newcomers.length}
      first={first}
      notice={notice}
    />
  );
  return await page(c, { title: words.joining.import.preview, section: 'admin', children }, notice ? 409 : 200);
};

/** People that the preview shows. */
const firstFew = 20;
