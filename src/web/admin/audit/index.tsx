import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { AuditLog } from '../../../../views/admin/audit/audit.tsx';
import { withNames } from '../../../audit/entries.ts';
import { listAudit } from '../../../audit/list.ts';
import { nameOfAny } from '../../../audit/names.ts';
import { csvType } from '../../../csv/write.ts';
import type { Person } from '../../../people/person.ts';
import type { SignedIn } from '../../env.ts';
import { disposition } from '../../files/disposition.ts';
import { administrator } from '../../guard/administrator.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { auditCsv } from './csv.ts';
import { auditQuery, carried, cursorOf, meantBy, writeCursor } from './query.ts';

export const auditRoutes = new Hono<SignedIn>()
  .get('/admin/audit', signedIn, administrator, zValidator('query', auditQuery), async (c) => {
    const { house, person, words } = c.var;
    const db = house.db.read;
    const query = c.req.valid('query');
    const zone = zoneOf(person);
    const { filter, tooMany } = await meantBy(db, query, zone);
    const found = await listAudit(db, filter, cursorOf(query));
    const typed = { ...query, product: query.product !== undefined, from: query.from ?? '', until: query.until ?? '' };
    const children = (
      <AuditLog
        words={words}
        typed={typed}
        actor={query.actor ? await nameOfAny(db, query.actor) : undefined}
        object={query.object ? await nameOfAny(db, query.object) : undefined}
        tooMany={tooMany}
        zone={zone}
        lines={await withNames(db, found.rows, 10)}
        query={carried(query)}
        from={query.after}
        after={found.after ? writeCursor(found.after) : undefined}
      />
    );
    return await page(c, { title: words.audit.title, section: 'admin', children }, 200);
  })

  .post('/admin/audit/export', signedIn, administrator, form(auditQuery), async (c) => {
    const { house, person, words, entered } = c.var;
    const query = entered.ok ? entered.value : auditQuery.parse({});
    const { filter, tooMany } = await meantBy(house.db.read, query, zoneOf(person));
    if (tooMany.who || tooMany.about) return c.redirect(`/admin/audit?${new URLSearchParams(carried(query))}`, 303);
    const { who, about, what, actor, object } = query;
    const after = {
      ...(who && { who }),
      ...(actor && { who: actor }),
      ...(about && { about }),
      ...(object && { about: object }),
      ...(what && { what }),
      from: filter.from,
      until: filter.until,
    };
    await house.db.write((tx) =>
      tx.record(null, { actor: person.id, action: 'audit.exported', object: 'audit', after }),
    );
    const day = new Date().toISOString().slice(0, 10);
    c.header('Content-Type', csvType);
    c.header('Content-Disposition', disposition(`${words.audit.file}-${day}.csv`, false));
    return c.body(auditCsv(house.db.read, filter, words));
  });

/** In which days and times are told: where the person chose no zone, the server can know none but this. */
const zoneOf = (person: Person): string => person.timeZone ?? 'UTC';
