import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, users } from '../../../db/schema.ts';
import { newId } from '../../../id.ts';
import { addUser } from '../../../lines/testing.ts';
import { openHouse, password } from '../../testing.ts';

const opened = async (settings: Readonly<Record<string, string>> = {}) => {
  const open = await openHouse(settings);
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const addGroup = async (name: string) => {
    const { location } = await ada.post('/admin/groups', { name });
    return location?.split('/').at(-1) ?? '';
  };
  const heads = async (path: string) => {
    const { html } = await ada.get(path);
    return [...html.matchAll(/<span class="audit-action">([^<]*)<\/span>(?:: <a [^>]*>([^<]*)<\/a>)?/g)].map(
      ([, action, object]) => [action, object],
    );
  };
  return { ...open, ada, addGroup, heads };
};

test('who did what is listed in words, newest first, with what it was before and is now', async () => {
  const { ada, addGroup, heads } = await opened();
  const group = await addGroup('Support');
  await ada.post(`/admin/groups/${group}`, { name: 'Help <desk>' });
  expect((await heads('/admin/audit')).slice(0, 2)).toEqual([
    ['Group renamed', 'Help &lt;desk&gt;'],
    ['Group created', 'Help &lt;desk&gt;'],
  ]);
  const { html } = await ada.get('/admin/audit');
  expect(html).toMatch(/<dt>Name<\/dt><dd><del>.*?Support<\/del>.*?<ins>.*?Help &lt;desk&gt;<\/ins><\/dd>/);
  expect(html).toMatch(/<\/time> <a href="\/admin\/audit\?actor=[^>]*>Ada<\/a>/);
  expect(html).toMatch(/<time[^>]* datetime="20\d\d-[^"]+Z">/);
  expect(html).toMatch(/href="\/admin\/audit" aria-current="page">Audit log</);
});

test('it is narrowed by who, what, when and about what, and says so when nothing fits', async () => {
  const { ada, addGroup, heads, adminId } = await opened();
  const group = await addGroup('Support');
  await addGroup('Sales');
  expect(await heads('/admin/audit?what=group')).toHaveLength(2);
  expect(await heads('/admin/audit?what=group.created&about=SUPP')).toEqual([['Group created', 'Support']]);
  expect(await heads(`/admin/audit?object=${group}`)).toEqual([['Group created', 'Support']]);
  expect(await heads('/admin/audit?who=ada&what=group')).toHaveLength(2);
  expect(await heads(`/admin/audit?actor=${adminId}&what=group`)).toHaveLength(2);
  expect(await heads('/admin/audit?product=yes')).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  expect(await heads(`/admin/audit?what=group&from=${today}&until=${today}`)).toHaveLength(2);
  expect(await heads(`/admin/audit?until=1999-01-01`)).toEqual([]);
  const { html, status } = await ada.get('/admin/audit?who=nobody-here');
  expect(status).toBe(200);
  expect(html).toContain('Nothing in the log fits the filter');
  expect(html).toContain('value="nobody-here"');
});

test('what makes no sense in the address counts as nothing', async () => {
  const { heads } = await opened();
  const path = '/admin/audit?what=x&from=yesterday&until=2026-02-31&after=here&product=maybe';
  expect(await heads(path)).toEqual(await heads('/admin/audit'));
  expect(await heads('/admin/audit?object=x')).toEqual([]);
});

test('days begin where the person is', async () => {
  const { db, ada, heads, adminId } = await opened();
  const at = Date.parse('2026-03-01T21:30:00Z');
  await db.write(async (tx) => {
    const row = { actorId: null, action: 'line.archived', objectId: 'l', memberId: null, before: null, after: null };
    await tx.insert(audit).values({ ...row, id: newId(), at });
  });
  expect((await ada.get('/admin/audit')).html).toContain('Days and times: UTC.');
  expect(await heads('/admin/audit?from=2026-03-01&until=2026-03-01')).toHaveLength(1);
  await db.write(async (tx) => tx.update(users).set({ timeZone: 'Europe/Moscow' }).where(eq(users.id, adminId)));
  expect(await heads('/admin/audit?from=2026-03-01&until=2026-03-01')).toHaveLength(0);
  expect(await heads('/admin/audit?from=2026-03-02&until=2026-03-02')).toHaveLength(1);
  const { html } = await ada.get('/admin/audit?from=2026-03-02&until=2026-03-02');
  expect(html).toContain('2 Mar 2026, 00:30:00');
  expect(html).toContain('Days and times: Europe/Moscow.');
});

test('a page at a time, and back to the beginning', async () => {
  const { ada, db, heads, adminId } = await opened();
  const entry = (n: number) => ({ actor: adminId, action: 'line.archived', object: `l${n}` }) as const;
  await db.write((tx) =>
    tx.recordAll(
      null,
      Array.from({ length: 60 }, (_, n) => entry(n)),
    ),
  );
  const first = await ada.get('/admin/audit?what=line');
  const next = /href="(\/admin\/audit\?what=line&amp;after=[^"]+)">Next page/.exec(first.html)?.[1] ?? '';
  expect(await heads('/admin/audit?what=line')).toHaveLength(50);
  expect(await heads(next.replaceAll('&amp;', '&'))).toHaveLength(10);
  expect((await ada.get(next.replaceAll('&amp;', '&'))).html).toContain('href="/admin/audit?what=line">First page');
});

test('what is filtered comes as CSV, harmless in a spreadsheet, and the download is in the log itself', async () => {
  const { ada, addGroup, heads } = await opened();
  await addGroup('=HYPERLINK("http://x")');
  await addGroup('Sales');
  const file = await ada.post('/admin/audit/export', { what: 'group', about: 'hyper' });
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toContain('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-log-20\d\d-\d\d-\d\d\.csv"/);
  const [head, row, ...more] = file.html.replace(/^\uFEFF/, '').split('\r\n');
  expect(head).toBe('Time (UTC),Who,Who (id),What,Action,About,About (id),Before,After');
  expect(row).toMatch(
    /^20\d\d-\d\d-\d\dT[\d:.]+Z,Ada,[0-9a-f-]{36},Group created,group\.created,"'=HYPERLINK\(""http:\/\/x""\)",[0-9a-f-]{36},,/,
  );
  expect(more).toEqual(['']);
  expect((await heads('/admin/audit'))[0]).toEqual(['Audit log downloaded', undefined]);
  expect((await ada.get('/admin/audit')).html).toMatch(/<dt>What<\/dt><dd><ins>.*?Groups<\/ins>/);
});

test('a download of more than is read at once has every entry once', async () => {
  const { ada, db, adminId } = await opened();
  const entry = (n: number) => ({ actor: adminId, action: 'line.archived', object: `line-${n}` }) as const;
  await db.write((tx) =>
    tx.recordAll(
      null,
      Array.from({ length: 450 }, (_, n) => entry(n)),
    ),
  );
  const { html } = await ada.post('/admin/audit/export', { what: 'line' });
  const found = [...html.matchAll(/,line-(\d+),/g)].map(([, n]) => Number(n));
  expect(found).toEqual(Array.from({ length: 450 }, (_, n) => 449 - n));
});

test('names that fit too many are asked for more exactly, and nothing is downloaded for them', async () => {
  const { ada, db } = await opened();
  for (let n = 0; n <= 50; n++) await addUser(db, `Employee ${n}`);
  const { html } = await ada.get('/admin/audit?about=employee');
  expect(html).toMatch(/id="field-about-error"[^>]*>More than 50 names fit/);
  const refused = await ada.post('/admin/audit/export', { about: 'employee' });
  expect([refused.status, refused.location]).toEqual([303, '/admin/audit?about=employee']);
});
