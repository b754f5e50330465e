import { type SQL, sql } from 'drizzle-orm';

/** Who sees the app: the groups that may, and who is in them. */
export const scopeTables = (): SQL[] => [
  sql`create table app_viewers (app integer not null, group_id text not null, primary key (app, group_id))`,
  sql`create table memberships (group_id text not null, user_id text not null, primary key (user_id, group_id))`,
  sql`insert into app_viewers values (1, 'sales'), (1, 'support'), (2, 'sales')`,
  sql`insert into memberships values ('support', 'ann'), ('shop', 'ann'), ('sales', 'bob')`,
];

/** The app is one that the person may see: stands in every question that is measured. */
export const visible: SQL = sql`1 in (select v.app from app_viewers v join memberships m on m.group_id = v.group_id where m.user_id = ${'ann'})`;
